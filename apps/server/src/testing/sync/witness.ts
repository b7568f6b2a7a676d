import { type CommandResult, type LiveMessage, type LiveState, merge } from '@humuus/api'
import { engine, must, type RejectionCode, type StoredAction, type WorkshopState } from '@humuus/workshop-engine'
import type { Onlooker } from './onlooker.ts'
import type { WhatHappened } from './what-happened.ts'

/** Answers that judge the moment and not the wish: it may be sent again. */
const passing: ReadonlySet<RejectionCode> = new Set(['unavailable', 'storage_full', 'slow_down', 'server_error'])

export const isFinal = (result: CommandResult): boolean => result.ok || !passing.has(result.rejection.code)

/** The same text for the same view, whatever the order of its members. */
export const asText = (view: unknown): string =>
  JSON.stringify(view, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** What somebody sees of a state, by the engine itself. */
export const trueView = (state: WorkshopState, { role, userId }: Onlooker): { shared: unknown; own: unknown } => ({
  shared: engine.sharedView(state, role),
  own: role === 'participant' ? engine.ownView(state, userId) : null,
})

/** Sees everything that is committed, answered and shown, and objects to what must not be. */
export class Witness {
  readonly objections: string[] = []
  readonly #happened: WhatHappened
  /** The state at each version, by the engine alone. */
  readonly #states: WorkshopState[]
  readonly #committed = new Map<string, number>()
  readonly #answers = new Map<string, CommandResult>()

  constructor(start: WorkshopState, happened: WhatHappened) {
    this.#states = [start]
    this.#happened = happened
  }

  get head(): { readonly version: number; readonly state: WorkshopState } {
    return { version: this.#states.length - 1, state: must(this.#states.at(-1), 'there is a first state') }
  }

  object(what: string): void {
    this.objections.push(what)
  }

  /** Rows have reached the log. */
  committed(actions: readonly StoredAction[]): void {
    for (const action of actions) {
      if (action.version !== this.head.version + 1) this.object(`row ${action.version} follows ${this.head.version}`)
      this.#states.push(engine.evolve(this.head.state, engine.readEvent(action)))
      if (action.commandId === null) continue
      if (this.#committed.has(action.commandId)) this.object(`${action.commandId} is in the log twice`)
      if (this.#answers.get(action.commandId)?.ok === false) this.object(`${action.commandId} counts though refused`)
      this.#committed.set(action.commandId, action.version)
    }
  }

  /** A server has answered a command: for good, unless it was only the moment that was bad. */
  answered(commandId: string, result: CommandResult): void {
    if (!isFinal(result)) return
    const known = this.#answers.get(commandId)
    if (known && asText(known) !== asText(result))
      this.object(`${commandId} was answered ${asText(known)} and then ${asText(result)}`)
    if (result.ok && this.#committed.get(commandId) !== result.version)
      this.object(`${commandId} acknowledged at ${result.version}, in the log at ${this.#committed.get(commandId)}`)
    if (!result.ok && this.#committed.has(commandId)) this.object(`${commandId} refused, and in the log`)
    this.#answers.set(commandId, result)
    this.#happened[result.ok ? 'acknowledged' : 'refused']++
  }

  /** Somebody merges a message into what they have seen: it has to fit, and to show what is true at that version, no more and no less. */
  merged(onlooker: Onlooker, seen: LiveState | null, message: LiveMessage): LiveState | null {
    this.#happened[message.kind === 'delta' ? 'changes' : 'snapshots']++
    const merged = merge(seen, message)
    const who = `${onlooker.userId} (${onlooker.role})`
    if (merged === null) this.object(`${who} at ${seen?.version} was sent a change from ${asText(message)}`)
    else this.#compare(who, merged, onlooker)
    return merged
  }

  #compare(who: string, { version, shared, own }: LiveState, onlooker: Onlooker): void {
    const state = this.#states[version]
    if (state === undefined) {
      this.object(`${who} was shown version ${version} of ${this.head.version}`)
      return
    }
    const expected = asText(trueView(state, onlooker))
    const actual = asText({ shared, own })
    if (actual !== expected) this.object(`${who} at ${version} sees ${actual} instead of ${expected}`)
  }
}
