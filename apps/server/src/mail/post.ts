import type { Post } from '@humuus/api'
import type { MailStore } from '@humuus/db'
import { insistOnOneAddress } from './harmless.ts'
import { write } from './letter.ts'

export interface PostParts {
  readonly store: MailStore
  /** Asks the worker to send a mail; `null` where there is no mail server, and mails are kept. */
  readonly queue: ((mailId: string) => void) | null
  readonly now: () => number
}

/** Puts letters into words and stores them; then they are queued. One that was stored but not queued is swept up later. */
export function postOffice({ store, queue, now }: PostParts): Post {
  return {
    send: async (letter) => {
      insistOnOneAddress(letter.to)
      const id = await store.add({ recipient: letter.to, ...write(letter), kept: queue === null, now: now() })
      queue?.(id)
    },
  }
}
