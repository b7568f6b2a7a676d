import type { Mails } from '@humuus/api'
import type { MailStore } from '@humuus/db'

/** So many an admin looks through. */
const mostListed = 200

/** Mail as the API sees it. */
export function mailsOf(store: MailStore, now: () => number): Mails {
  return {
    take: (id) => store.take(id),
    sent: (id) => store.sent(id, now()),
    failed: (id, trouble, isLast) => store.failedAttempt(id, trouble, { isLast }),
    list: () => store.list({ limit: mostListed }),
    remove: (id) => store.remove(id),
  }
}
