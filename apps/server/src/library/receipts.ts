import type { Receipts } from '@humuus/api'
import type { ReceiptStore } from '@humuus/db'

/** The books as the API sees them. */
export function receiptBooks(store: ReceiptStore, now: () => number): Receipts {
  return {
    report: (receipts) => store.report({ ...receipts, now: now() }),
    of: (sessionId) => store.summary(sessionId),
  }
}
