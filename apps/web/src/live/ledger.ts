/** How the server answered a command for good. */
export type Outcome = 'acknowledged' | 'refused'

/** What a device was promised in a session. It outlives the page, and says to the server only what that has not heard yet. */
export interface Ledger {
  readonly sessionId: string
  /** UUID, made with the ledger. */
  readonly ledgerId: string
  /** Commands made so far. */
  readonly issued: number
  /** Ids of answered commands that were not reported yet. */
  readonly acknowledged: readonly string[]
  readonly refused: readonly string[]
}

export const openLedger = (sessionId: string, ledgerId: string): Ledger => ({
  sessionId,
  ledgerId,
  issued: 0,
  acknowledged: [],
  refused: [],
})

export const issue = (ledger: Ledger): Ledger => ({ ...ledger, issued: ledger.issued + 1 })

export const note = (ledger: Ledger, commandId: string, outcome: Outcome): Ledger => ({
  ...ledger,
  [outcome]: [...ledger[outcome], commandId],
})

/** Without what the server has heard. */
export function told(ledger: Ledger, commandIds: readonly string[]): Ledger {
  const heard = new Set(commandIds)
  const left = (ids: readonly string[]) => ids.filter((id) => !heard.has(id))
  return { ...ledger, acknowledged: left(ledger.acknowledged), refused: left(ledger.refused) }
}

export const hasNews = ({ acknowledged, refused }: Ledger): boolean => acknowledged.length + refused.length > 0
