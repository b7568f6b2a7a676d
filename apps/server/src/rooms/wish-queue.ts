import type { CommandResult } from '@humuus/api'
import { isStorageFull } from '@humuus/db'
import { reject } from '@humuus/workshop-engine'
import type { SessionLog } from './session-log.ts'
import type { QueuedWish, Wish } from './wish.ts'

/** Wishes judged together at most. */
const maxBatch = 2_000

/** Wishes that may wait while the log does not answer; more are asked to come again. */
const mostQueued = 20_000

interface WishQueuePorts {
  readonly log: Pick<SessionLog, 'catchUp' | 'write' | 'countDuplicate'>
  readonly now: () => number
  /** Nobody knows whether what was written is in the log. */
  readonly failed: (error: unknown) => void
}

/**
 * Wishes on their way into the log, by group commit: one append is in flight, and what comes meanwhile is the next batch. A
 * wish is answered once that is committed, and the same wish again waits with the first.
 */
export class WishQueue {
  readonly #ports: WishQueuePorts
  /** Answers to come, by command. */
  readonly #pending = new Map<string, Promise<CommandResult>>()
  #queue: QueuedWish[] = []
  #working: Promise<void> | null = null
  /** The log may hold more than the state knows: after a lost race, an uncertain append, or news from elsewhere. */
  #behind = false
  #usedAt: number

  constructor(ports: WishQueuePorts) {
    this.#ports = ports
    this.#usedAt = ports.now()
  }

  get isWorking(): boolean {
    return this.#working !== null
  }

  /** When the last wish came, epoch ms. */
  get usedAt(): number {
    return this.#usedAt
  }

  submit(wish: Omit<Wish, 'at'>): Promise<CommandResult> {
    const at = this.#ports.now()
    this.#usedAt = at
    const { commandId } = wish
    const underWay = commandId === null ? undefined : this.#pending.get(commandId)
    if (underWay !== undefined) {
      this.#ports.log.countDuplicate()
      return underWay
    }
    if (this.#queue.length >= mostQueued) return Promise.resolve(reject('slow_down'))
    const answered = new Promise<CommandResult>((resolve) => {
      const answer = (result: CommandResult) => {
        if (commandId !== null) this.#pending.delete(commandId)
        resolve(result)
      }
      this.#queue.push({ ...wish, at, answer })
    })
    if (commandId !== null) this.#pending.set(commandId, answered)
    this.#work()
    return answered
  }

  /** The log has grown elsewhere: what came is read before the next batch is judged. */
  readOn(): void {
    this.#behind = true
    this.#work()
  }

  /** Resolves when what the log holds now was read. By the one who writes, too: two at once would apply the same rows twice. */
  async catchUp(): Promise<void> {
    this.readOn()
    do await this.#working
    while (this.#behind && this.#working !== null)
  }

  /** Waits for what is in flight. */
  async settled(): Promise<void> {
    await this.#working
  }

  #work(): void {
    this.#working ??= this.#drain().then((isAway) => {
      this.#working = null
      // What came in between the last look and now. A log that is away is not asked again until somebody wants something.
      if (this.#queue.length > 0 || (this.#behind && !isAway)) this.#work()
    })
  }

  /** True where the log does not answer. */
  async #drain(): Promise<boolean> {
    while (this.#behind || this.#queue.length > 0) {
      const batch = this.#queue.splice(0, maxBatch)
      try {
        if (this.#behind) {
          this.#behind = false
          await this.#ports.log.catchUp()
        }
        if (batch.length > 0) await this.#ports.log.write(batch)
      } catch (error) {
        // The append may have reached the log without our knowing: look there before the next one.
        this.#behind = true
        this.#ports.failed(error)
        const code = isStorageFull(error) ? 'storage_full' : 'unavailable'
        for (const wish of batch) wish.answer(reject(code))
        if (this.#queue.length === 0) return true
      }
    }
    return false
  }
}
