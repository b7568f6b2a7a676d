import type { AppendResult, EventLog, Refusal } from '@humuus/db'
import {
  engine,
  must,
  type Rejection,
  reject,
  type StoredAction,
  type WorkshopEvent,
  type WorkshopState,
} from '@humuus/workshop-engine'
import { type Batch, judge } from './batch.ts'
import { Checkpoints } from './checkpoints.ts'
import { History, type Moment } from './history.ts'
import { progressOf } from './progress.ts'
import { Receipts } from './receipts.ts'
import type { QueuedWish } from './wish.ts'

/** What came into the log. */
export interface News {
  readonly after: Moment
  readonly events: readonly WorkshopEvent[]
  /** How it was written, if this server did. */
  readonly written: Written | null
}

/** A batch that is in the log. Moments are epoch ms, with fractions. */
export interface Written {
  readonly wishes: readonly QueuedWish[]
  readonly versions: number
  readonly judgingAt: number
  readonly judgedAt: number
  readonly committedAt: number
}

interface Refused {
  readonly wish: QueuedWish
  readonly refusal: Refusal
}

/** Rebuilt states that are remembered: people who return after a restart come with few different versions. */
const rebuiltKept = 64

/**
 * A session's log and the state folded from it. One append at a time: who calls `write` waits for the one before. What other
 * servers wrote is read when an append loses the race, or when somebody says so.
 */
export class SessionLog {
  readonly id: string
  readonly receipts = new Receipts()
  readonly history: History
  readonly #log: EventLog
  readonly #checkpoints: Checkpoints
  readonly #tell: (news: News) => void
  readonly #rebuilt = new Map<number, Promise<Moment>>()
  #lastEventAt = 0
  #forgottenAt = 0
  /** Commands that came again and were answered as before. */
  #duplicates = 0

  private constructor(id: string, moment: Moment, checkpoints: Checkpoints, log: EventLog, tell: (news: News) => void) {
    this.id = id
    this.#log = log
    this.#checkpoints = checkpoints
    this.#tell = tell
    this.history = new History(moment)
  }

  /** Folds the whole log. `tell` is called for everything that comes after that. */
  static async open(
    id: string,
    initial: WorkshopState,
    log: EventLog,
    tell: (news: News) => void,
  ): Promise<SessionLog> {
    const actions = await log.read(id, 0)
    const checkpoints = new Checkpoints({ version: 0, state: initial })
    let state = initial
    for (const action of actions) {
      state = engine.evolve(state, engine.readEvent(action))
      checkpoints.pass({ version: action.version, state })
    }
    const opened = new SessionLog(id, { version: actions.at(-1)?.version ?? 0, state }, checkpoints, log, tell)
    opened.receipts.read(actions)
    opened.#lastEventAt = actions.at(-1)?.at ?? 0
    opened.#forgottenAt = lastForgotten(actions) ?? 0
    return opened
  }

  get head(): Moment {
    return this.history.head
  }

  /** The version at which somebody was last forgotten: names from before may be gone from the log. `0`: never. */
  get forgottenAt(): number {
    return this.#forgottenAt
  }

  /** How many commands came again since this was last asked. */
  takeDuplicates(): number {
    const count = this.#duplicates
    this.#duplicates = 0
    return count
  }

  /** A command came again while its first copy was still being written. */
  countDuplicate(): void {
    this.#duplicates++
  }

  /** Judges wishes in order and answers them once what was accepted is committed. Rejects when that stays open. */
  async write(wishes: readonly QueuedWish[]): Promise<void> {
    for (;;) {
      const judgingAt = steadyEpoch()
      const judged = judge(this.head, wishes, this.receipts, this.#lastEventAt)
      const judgedAt = steadyEpoch()
      const appended = await this.#append(judged)
      if (appended.ok) {
        const versions = judged.actions.length
        const written = { wishes, versions, judgingAt, judgedAt, committedAt: steadyEpoch() }
        if (versions > 0) this.#commit(judged.after, judged.actions, judged.events, written)
        return this.#answer(wishes, judged)
      }
      if (appended.reason === 'unknown_session') {
        for (const wish of wishes) wish.answer(reject('unknown_session'))
        return
      }
      // Somebody else was first: what they did comes before us, and we are judged again.
      const isNew = await this.catchUp()
      const isLearnt = appended.reason === 'duplicate_command' && (await this.#learnRefusals(wishes))
      if (!isNew && !isLearnt) throw new Error(`append refused (${appended.reason}) although nothing is new in the log`)
    }
  }

  /** Reads what the log has beyond the head; true if there was something. */
  async catchUp(): Promise<boolean> {
    const actions = await this.#log.read(this.id, this.head.version)
    const last = actions.at(-1)
    if (last === undefined) return false
    const events = actions.map(engine.readEvent)
    this.#commit({ version: last.version, state: engine.fold(this.head.state, events) }, actions, events, null)
    return true
  }

  /** The state at a version: remembered, or rebuilt from the nearest checkpoint, once for all who ask for it. */
  async momentAt(version: number): Promise<Moment> {
    const known = this.history.at(version) ?? this.#rebuilt.get(version)
    if (known) return known
    const rebuilding = this.#rebuild(version)
    this.#rebuilt.set(version, rebuilding)
    rebuilding.catch(() => this.#rebuilt.delete(version))
    const [oldest] = this.#rebuilt.keys()
    if (this.#rebuilt.size > rebuiltKept && oldest !== undefined) this.#rebuilt.delete(oldest)
    return rebuilding
  }

  async #rebuild(version: number): Promise<Moment> {
    const start = this.#checkpoints.before(version)
    if (start.version === version) return start
    const actions = await this.#log.read(this.id, start.version, version - start.version)
    return { version, state: engine.fold(start.state, actions.map(engine.readEvent)) }
  }

  #append({ actions, after }: Batch): Promise<AppendResult> {
    if (actions.length === 0) return Promise.resolve({ ok: true, version: after.version })
    return this.#log.append(this.id, this.head.version, actions, progressOf(after.state))
  }

  #commit(
    after: Moment,
    actions: readonly StoredAction[],
    events: readonly WorkshopEvent[],
    written: Written | null,
  ): void {
    this.history.push(after, events)
    this.#checkpoints.pass(after)
    this.receipts.read(actions)
    this.#lastEventAt = actions.at(-1)?.at ?? this.#lastEventAt
    this.#forgottenAt = lastForgotten(actions) ?? this.#forgottenAt
    this.#tell({ after, events, written })
  }

  async #answer(wishes: readonly QueuedWish[], { results, repeated }: Batch): Promise<void> {
    this.#duplicates += repeated
    const refused: Refused[] = []
    for (const [index, wish] of wishes.entries()) {
      const result = must(results[index], 'every wish has a result')
      const refusal = result.ok ? null : this.#newRefusal(wish, result.rejection)
      if (refusal === null) wish.answer(result)
      else refused.push({ wish, refusal })
    }
    if (refused.length > 0) await this.#refuse(refused)
  }

  #newRefusal({ commandId, actor, at }: QueuedWish, rejection: Rejection): Refusal | null {
    if (commandId === null || actor.kind === 'system' || this.receipts.find(commandId) !== null) return null
    return { commandId, userId: actor.id, rejection, at }
  }

  /**
   * A refusal is an answer like any other: it is kept before it is given, and the first one stays. It is judged at the head of
   * the log: where another server wrote meanwhile, it is judged again.
   */
  async #refuse(refused: readonly Refused[]): Promise<void> {
    const fresh = refused.map(({ refusal }) => refusal)
    const ids = fresh.map(({ commandId }) => commandId)
    const known = await this.#log.refusals(this.id, ids)
    const knownIds = new Set(known.map(({ commandId }) => commandId))
    const kept = fresh.filter(({ commandId, userId }) => !knownIds.has(commandId) && this.receipts.mayKeep(userId))
    const isCurrent = await this.#log.refuse(this.id, this.head.version, kept)
    if (isCurrent) this.receipts.refuse(fresh)
    this.receipts.refuse(known)
    const again: QueuedWish[] = []
    for (const { wish, refusal } of refused) {
      const answer = this.receipts.find(refusal.commandId)
      if (answer === null) again.push(wish)
      else wish.answer(answer)
    }
    if (again.length === 0) return
    await this.catchUp()
    await this.write(again)
  }

  /** What another server refused is refused here, too. */
  async #learnRefusals(wishes: readonly QueuedWish[]): Promise<boolean> {
    const ids = wishes.flatMap(({ commandId }) => (commandId === null ? [] : [commandId]))
    const known = await this.#log.refusals(this.id, ids)
    this.receipts.refuse(known)
    return known.length > 0
  }
}

/** Epoch ms of a clock that nobody sets, for what takes how long. */
const steadyEpoch = (): number => performance.timeOrigin + performance.now()

const lastForgotten = (actions: readonly StoredAction[]): number | undefined =>
  actions.findLast(({ actionType }) => actionType === 'forgotten')?.version
