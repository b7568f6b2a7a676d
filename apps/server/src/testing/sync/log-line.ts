import type { AppendResult, EventLog } from '@humuus/db'
import type { Roll } from '../../rooms/neighbours.ts'
import { sleep } from './virtual-time.ts'
import type { WhatHappened } from './what-happened.ts'

/**
 * What may happen to an append. `slow`: it takes its time; `lost`: it never reaches the log; `unanswered`: it is committed and the
 * answer is lost; `late`: the server hears that it failed, and it is committed afterwards all the same.
 */
export const appendMishaps = ['slow', 'lost', 'unanswered', 'late'] as const
export type AppendMishap = (typeof appendMishaps)[number]

/** The trouble that this fuzz makes; any other error of a room is a bug. */
export class LineTrouble extends Error {}

const wayMs = 2
const slowMs = 900
const lateMs = 120

/** One server's connection to the log they all share. */
export class LogLine implements EventLog {
  readonly #log: EventLog
  readonly #happened: WhatHappened
  #mishaps: AppendMishap[] = []
  #awayUntil = 0
  #isDead = false

  constructor(log: EventLog, happened: WhatHappened) {
    this.#log = log
    this.#happened = happened
  }

  /** The next append meets this; the one after it the next in the row. */
  expect(mishap: AppendMishap): void {
    this.#mishaps.push(mishap)
  }

  awayFor(ms: number): void {
    this.#awayUntil = Date.now() + ms
  }

  calm(): void {
    this.#mishaps = []
    this.#awayUntil = 0
  }

  /** The server was killed: nothing gets through any more, either way. */
  die(): void {
    this.#isDead = true
  }

  async append(...args: Parameters<EventLog['append']>): Promise<AppendResult> {
    const mishap = this.#mishaps.shift()
    await this.#travel(mishap === 'slow' ? slowMs : wayMs)
    if (mishap === 'lost') {
      this.#happened.appendsLost++
      throw new LineTrouble('lost on the way there')
    }
    if (mishap === 'late') {
      setTimeout(() => void this.#commitAfterAll(args), lateMs)
      throw new LineTrouble('no answer in time')
    }
    const result = await this.#log.append(...args)
    if (!result.ok && result.reason === 'conflict') this.#happened.racesLost++
    if (result.ok && (mishap === 'unanswered' || this.#isDead)) this.#happened.commitsUnanswered++
    if (mishap === 'unanswered') throw new LineTrouble('lost on the way back')
    await this.#travel(wayMs)
    return result
  }

  /** The list of servers, as it is reached over the same line. */
  over(servers: Roll): Roll {
    return {
      beat: (id) => this.#there(() => servers.beat(id)),
      alive: (ms) => this.#there(() => servers.alive(ms)),
    }
  }

  refuse: EventLog['refuse'] = (...args) => this.#there(() => this.#log.refuse(...args))
  refusals: EventLog['refusals'] = (...args) => this.#there(() => this.#log.refusals(...args))
  read: EventLog['read'] = (...args) => this.#there(() => this.#log.read(...args))
  heads: EventLog['heads'] = (...args) => this.#there(() => this.#log.heads(...args))

  async #commitAfterAll(args: Parameters<EventLog['append']>): Promise<void> {
    const result = await this.#log.append(...args)
    if (result.ok) this.#happened.commitsAfterAll++
  }

  async #there<T>(ask: () => Promise<T>): Promise<T> {
    await this.#travel(wayMs)
    const answer = await ask()
    await this.#travel(wayMs)
    return answer
  }

  async #travel(ms: number): Promise<void> {
    await sleep(ms)
    if (this.#isDead) await new Promise<never>(() => {})
    if (Date.now() < this.#awayUntil) throw new LineTrouble('the database is away')
  }
}
