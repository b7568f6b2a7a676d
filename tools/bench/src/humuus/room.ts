import { randomUUID } from 'node:crypto'
import type { HumuusCommand } from '@humuus/workshop-engine'
import type { Seat } from '../load/contender.ts'
import { each, openLine } from '../load/crowd.ts'
import type { Line } from '../wire/line.ts'
import type { Speech } from '../wire/speech.ts'
import { call } from '../wire/trpc-speech.ts'
import { answerAt } from './answer.ts'
import type { Person } from './people.ts'
import type { HumuusServer } from './server.ts'
import { introduce, listener, lookOn, wish } from './speech.ts'

/** Only what opening a line needs: the rest of our language has its own words. */
const speech = { ...listener, enter: () => {}, vote: () => '' } satisfies Speech

/** Calls have numbers of their own on a line, above that of the view. */
const firstCall = 2

/** As much of a workshop file as is needed to lead it. */
export interface Plan {
  readonly nodes: readonly { readonly id: string; readonly type: string }[]
}

/** A participant of a room. */
export interface Guest extends Seat {
  readonly wish: (command: HumuusCommand) => Promise<number>
}

/** What its facilitator is told about a new session. */
interface Opened {
  readonly sessionId: string
  /** What people type to get in. */
  readonly code: string
  /** Lets a screen look on. */
  readonly screenKey: string
}

/** A session that runs, led by us over a line of its own. */
export class Room {
  readonly sessionId: string
  readonly code: string
  readonly screenKey: string
  readonly #server: HumuusServer
  readonly #host: Line
  readonly #nodes: Plan['nodes']
  readonly #guests: { line: Line; readonly person: Person; readonly page: string }[] = []
  #call: number
  #step = 0
  /** Of the log, after the facilitator's last command. */
  #version = 0

  private constructor(server: HumuusServer, host: Line, opened: Opened, nodes: Plan['nodes'], nextCall: number) {
    this.#server = server
    this.#host = host
    this.sessionId = opened.sessionId
    this.code = opened.code
    this.screenKey = opened.screenKey
    this.#nodes = nodes
    this.#call = nextCall
  }

  /** Opens the lobby of a new session of this plan. */
  static async open(server: HumuusServer, host: Person, plan: Plan): Promise<Room> {
    const { subject } = server
    const line = await openLine(subject.url, subject.port, speech, 0)
    introduce(line, host)
    const made = await call<{ ok: boolean; id: string }>(line, firstCall, [
      'mutation',
      'workshops.create',
      { file: plan },
    ])
    if (!made.ok) throw new Error(`the plan was refused: ${JSON.stringify(made)}`)
    const input = { workshopId: made.id, hostName: 'Bench' }
    const opened = await call<Opened>(line, firstCall + 1, ['mutation', 'sessions.create', input])
    const room = new Room(server, line, opened, plan.nodes, firstCall + 2)
    await room.does({ type: 'open_lobby' })
    return room
  }

  /** The facilitator does something; resolves to the version of the log. */
  async does(command: HumuusCommand): Promise<number> {
    this.#version = await wish(this.#host, this.#call++, this.sessionId, command)
    return this.#version
  }

  start(): Promise<number> {
    return this.does({ type: 'start' })
  }

  get nodeId(): string {
    return this.#nodes[this.#step]?.id ?? ''
  }

  /** The next step, for everybody; resolves to the version of the log. */
  next(): Promise<number> {
    const from = this.nodeId
    this.#step = (this.#step + 1) % this.#nodes.length
    return this.does({ type: 'next', from })
  }

  /** What somebody may answer at this step; `null` where nothing is asked. */
  answer(who: number): HumuusCommand | null {
    const { id, type } = this.#nodes[this.#step] ?? { id: '', type: '' }
    return answerAt(id, type, who)
  }

  /** All join first and look on then: who looks on while others join is told of each. */
  async enter(people: readonly Person[], looksOn: boolean): Promise<readonly Guest[]> {
    const guests = await each(people.length, async (index) => this.#join(people[index] as Person, index))
    if (looksOn) await each(people.length, async (index) => this.lookOn(index))
    return guests
  }

  async lookOn(index: number): Promise<Line> {
    const { line, page } = this.#guest(index)
    lookOn(line, this.sessionId, page, line.mark < 0 ? null : line.mark)
    await line.until(0)
    return line
  }

  /** After a drop, from what was last seen; resolves when the facilitator's last command has been seen. */
  async comeBack(index: number): Promise<Line> {
    const guest = this.#guest(index)
    const since = guest.line.mark < 0 ? null : guest.line.mark
    const { url, port } = this.#server.subject
    guest.line = await openLine(url, port, speech, index)
    introduce(guest.line, guest.person)
    lookOn(guest.line, this.sessionId, guest.page, since)
    await guest.line.until(this.#version)
    return guest.line
  }

  cut(): void {
    this.#host.cut()
    for (const { line } of this.#guests) line.cut()
  }

  #guest(index: number) {
    const guest = this.#guests[index]
    if (guest === undefined) throw new Error(`nobody sits on seat ${index}`)
    return guest
  }

  async #join(person: Person, index: number): Promise<Guest> {
    const { url, port } = this.#server.subject
    const line = await openLine(url, port, speech, index)
    introduce(line, person)
    this.#guests[index] = { line, person, page: randomUUID() }
    let id = firstCall
    const say = (command: HumuusCommand) => wish(line, id++, this.sessionId, command)
    await say({ type: 'join', name: `Person ${index}` })
    const vote = async (choice: number) => {
      await say({ type: 'act', nodeId: this.nodeId, node: 'poll', act: { type: 'vote', choice: [choice] } })
    }
    return { line, vote, wish: say }
  }
}
