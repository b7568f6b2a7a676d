import type { CommandResult, LiveMessage } from '@humuus/api'
import type { RoomObserver } from '../rooms/room-observer.ts'
import { Recent } from './recent.ts'

/** What the numbers on the page of operators are about, in ms. */
export const recentMs = 10_000

type Listener = (versions: number, ms: number) => void

/** What this server did since it started, in plain numbers: counting a vote is an addition. Read when somebody asks. */
export class Numbers implements RoomObserver {
  /** Commands of people, by `accepted` or the code of the refusal. */
  readonly commands = new Map<string, number>()
  /** Calls of the API, by `ok` or the code of the refusal. */
  readonly requests = new Map<string, number>()
  readonly sentMessages = { snapshot: 0, delta: 0 }
  readonly views = { new: 0, returning: 0 }
  readonly appendMs = new Recent(recentMs)
  versions = 0
  appendFailures = 0
  lateClocks = 0
  readonly #onAppend: Listener[] = []

  answered(result: CommandResult): void {
    count(this.commands, result.ok ? 'accepted' : result.rejection.code)
  }

  asked(outcome: string): void {
    count(this.requests, outcome)
  }

  appended(versions: number, ms: number): void {
    this.versions += versions
    this.appendMs.record(ms)
    for (const listener of this.#onAppend) listener(versions, ms)
  }

  /** Calls back with every append: how many versions, and how long it took (ms). */
  onAppend(listener: Listener): void {
    this.#onAppend.push(listener)
  }

  notAppended(): void {
    this.appendFailures++
  }

  opened(isReturning: boolean): void {
    this.views[isReturning ? 'returning' : 'new']++
  }

  sent(kind: LiveMessage['kind']): void {
    this.sentMessages[kind]++
  }

  rangLate(): void {
    this.lateClocks++
  }
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
