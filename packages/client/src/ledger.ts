import { randomUUID } from 'node:crypto'
import { maxReceipts } from '@humuus/api/wire'

/** What a client was told about its commands in a session, as far as the server has not heard of it. */
export interface Receipts {
  readonly ledgerId: string
  /** Commands made so far, and how many of them have no answer yet. */
  readonly issued: number
  readonly waiting: number
  readonly acknowledged: string[]
  readonly refused: string[]
}

type Verdict = 'acknowledged' | 'refused'

/** A client's own record of its commands in one session: the other side of the server's books. */
export class Ledger {
  readonly #id = randomUUID()
  /** By command id; `null`: no answer yet. */
  readonly #verdicts = new Map<string, Verdict | null>()
  readonly #untold = new Map<string, Verdict>()
  #waiting = 0
  #toldCounts = '0 0'

  /** A command is made; the same one again is not another. */
  issue(commandId: string): void {
    if (this.#verdicts.has(commandId)) return
    this.#verdicts.set(commandId, null)
    this.#waiting++
  }

  /** It was answered. The first answer counts: the server gives no other. */
  note(commandId: string, verdict: Verdict): void {
    if (this.#verdicts.get(commandId) !== null) return
    this.#verdicts.set(commandId, verdict)
    this.#untold.set(commandId, verdict)
    this.#waiting--
  }

  /** What the server has not heard, as much as it takes at once; `null` when it knows everything. */
  news(): Receipts | null {
    if (this.#untold.size === 0 && this.#toldCounts === this.#counts()) return null
    const some = [...this.#untold].slice(0, maxReceipts)
    const ids = (verdict: Verdict) => some.filter(([, given]) => given === verdict).map(([id]) => id)
    return {
      ledgerId: this.#id,
      issued: this.#verdicts.size,
      waiting: this.#waiting,
      acknowledged: ids('acknowledged'),
      refused: ids('refused'),
    }
  }

  /** The server has heard it. */
  told({ issued, waiting, acknowledged, refused }: Receipts): void {
    this.#toldCounts = `${issued} ${waiting}`
    for (const id of [...acknowledged, ...refused]) this.#untold.delete(id)
  }

  #counts(): string {
    return `${this.#verdicts.size} ${this.#waiting}`
  }
}
