import type { VoteStore } from './store.ts'

/** What is told to everybody: a number that counts up from 0, and about as many bytes as our own steps have. */
export interface Update {
  readonly mark: number
  readonly text: string
}

/** Bytes of text in an update. */
const size = Number(process.env.UPDATE_BYTES ?? 200)

export const updateOf = (mark: number): Update => ({ mark, text: 'x'.repeat(size) })

interface Play {
  readonly port: number
  /** Tells everybody who is connected; several at once happened within a tick. */
  readonly publish: (updates: readonly Update[]) => void
  readonly store?: VoteStore | undefined
}

/** Says that it is ready, and does what the bench wants over the channel between both. Ends with the bench. */
export function play({ port, publish, store }: Play): void {
  let mark = 0
  process.on('message', async (message: { ask?: string; count?: number }) => {
    if (message.ask === 'published') {
      publish(Array.from({ length: message.count ?? 1 }, () => updateOf(++mark)))
      process.send?.({ published: mark })
    }
    if (message.ask === 'counted') process.send?.({ counted: (await store?.count()) ?? 0 })
  })
  process.once('disconnect', () => process.exit(0))
  process.send?.({ ready: true, port })
}
