import type { LiveMessage } from '@humuus/api'
import { engine, must, unreachable, type WorkshopState } from '@humuus/workshop-engine'
import type { Onlooker } from './onlooker.ts'
import { Phone } from './phone.ts'
import type { SimulatedServer } from './simulated-server.ts'
import { creator, Site, start } from './site.ts'
import type { Step } from './step.ts'
import { pass, virtualTime } from './virtual-time.ts'
import type { WhatHappened } from './what-happened.ts'
import { hostCommand, personCommand } from './wishes.ts'
import { asText, trueView, Witness } from './witness.ts'

const helper = 'eve'
const people = ['ann', 'ben', 'cem', 'dan']
const onlookers: readonly Onlooker[] = [
  { userId: creator, role: 'host' },
  { userId: helper, role: 'host' },
  ...people.map((userId) => ({ userId, role: 'participant' as const })),
  { userId: 'wall', role: 'screen' },
]

/** A connection that died without a word is noticed, and its person's grace over, within this. */
const noticedMs = 16_000

/** Nothing new for so long: whoever is to hear of something has heard of it. */
const quietMs = 5_000
const patienceMs = 90_000

/** Plays a schedule to its end and throws at the first step after which something is not as it must be. */
export async function play(steps: readonly Step[], happened: WhatHappened): Promise<void> {
  using _time = virtualTime(1_800_000_000_000)
  const session = new Session(happened)
  await session.open()
  for (const [index, step] of steps.entries()) {
    session.do(step.what)
    await pass(step.thenMs + (step.what.kind === 'time' ? step.what.ms : 0))
    session.check(`after step ${index}`)
  }
  await session.rest()
  session.check('at rest')
  await session.compareWithFresh()
  session.check('at the end')
  await session.close()
  session.check('on replay')
}

type Happening<K extends Step['what']['kind']> = Extract<Step['what'], { kind: K }>

class Session {
  readonly #happened: WhatHappened
  readonly #witness: Witness
  readonly #site: Site
  readonly #phones: Phone[]
  /** Pages that somebody left open when they opened another one. */
  readonly #older: Phone[] = []
  #pages = 0

  constructor(happened: WhatHappened) {
    this.#happened = happened
    this.#witness = new Witness(start, happened)
    this.#site = new Site(happened, this.#witness)
    this.#phones = onlookers.map((onlooker, index) => this.#page(onlooker, index % 2))
  }

  /** A workshop has begun: all but one are in, two of them run it. */
  async open(): Promise<void> {
    const [host, eve, ...others] = this.#phones
    host?.wish({ type: 'open_lobby' })
    await pass(50)
    for (const phone of others.slice(0, 3)) phone.wish({ type: 'join', name: phone.onlooker.userId })
    eve?.wish({ type: 'join', name: helper })
    await pass(50)
    host?.wish({ type: 'add_facilitator', userId: helper })
    await pass(50)
    host?.wish({ type: 'start' })
    await pass(1_000)
    this.check('in the beginning')
  }

  do(what: Step['what']): void {
    switch (what.kind) {
      case 'person':
        this.#wishOfPerson(what)
        return
      case 'host':
        this.#wishOfHost(what)
        return
      case 'copy':
        this.#phone(what.phone).strayCopy(what.afterMs)
        return
      case 'cut':
        this.#phone(what.phone).home = what.home
        this.#phone(what.phone).cut(what, what.awayMs)
        return
      case 'link':
        this.#phone(what.phone).latencyMs = what.latencyMs
        this.#phone(what.phone).readingMs = what.readingMs
        return
      case 'tab':
        this.#openAnotherTab(what.phone, what.home)
        return
      case 'append':
        this.#site.server(what.server).line?.expect(what.mishap)
        return
      case 'away':
        this.#site.server(what.server).line?.awayFor(what.ms)
        return
      case 'stop':
      case 'kill':
        this.#restart(what)
        return
      case 'bus':
        this.#site.hasBus = what.isThere
        return
      case 'time':
        return
      default:
        unreachable(what)
    }
  }

  check(when: string): void {
    const [first] = this.#witness.objections
    if (first !== undefined) throw new Error(`${when}: ${first}`)
  }

  /** Nothing goes wrong any more, until everybody has heard of everything. */
  async rest(): Promise<void> {
    for (const server of this.#site.servers) server.line?.calm()
    for (const phone of this.#everyPage) phone.calm()
    let version = -1
    let quietSince = 0
    for (let waited = 0; waited < patienceMs; waited += 500) {
      await pass(500)
      for (const server of this.#site.servers) server.start()
      if (this.#witness.head.version !== version || this.#everyPage.some((phone) => phone.waiting > 0)) {
        version = this.#witness.head.version
        quietSince = waited
      }
      if (waited >= noticedMs && waited - quietSince >= quietMs) return
    }
    const waiting = this.#everyPage.filter((phone) => phone.waiting > 0).map((phone) => phone.page)
    this.#witness.object(`it never comes to rest; without an answer: ${waiting.join(', ')}`)
  }

  /** Every merged view is the one that a fresh page gets, from either server. */
  async compareWithFresh(): Promise<void> {
    const { version, state } = this.#witness.head
    const watching = this.#everyPage.filter((phone) => !phone.isTakenOver && mayWatch(state, phone.onlooker))
    for (const phone of watching) {
      const expected = asText(trueView(state, phone.onlooker))
      const merged = asText({ shared: phone.seen?.shared, own: phone.seen?.own })
      if (merged !== expected) this.#witness.object(`${phone.page} shows ${merged} and not ${expected}`)
    }
    this.#checkPages(watching)
    this.#checkPresence(watching)
    for (const phone of watching)
      for (const server of this.#site.servers) {
        const fresh = this.#witness.merged(phone.onlooker, null, await firstMessage(server, phone))
        if ((fresh?.version ?? -1) < version) this.#witness.object(`a fresh page is behind: ${fresh?.version}`)
      }
  }

  /** The servers end, and the log tells the same again. */
  async close(): Promise<void> {
    const before = this.#witness.head
    for (const server of this.#site.servers) void server.stop()
    await pass(1_000)
    const actions = await this.#site.log.read(this.#site.sessionId, 0)
    const after = this.#witness.head
    if (actions.length !== after.version) this.#witness.object(`the log has ${actions.length} rows`)
    const state = engine.fold(start, actions.slice(0, before.version).map(engine.readEvent))
    for (const onlooker of onlookers)
      if (asText(trueView(state, onlooker)) !== asText(trueView(before.state, onlooker)))
        this.#witness.object(`on replay ${onlooker.userId} sees something else`)
  }

  get #everyPage(): readonly Phone[] {
    return [...this.#phones, ...this.#older]
  }

  #phone(index: number): Phone {
    return must(this.#phones[index], 'there are as many phones')
  }

  #page(onlooker: Onlooker, home: number): Phone {
    const page = `${onlooker.userId}-${this.#pages++}`
    return new Phone({ onlooker, page, home, site: this.#site, witness: this.#witness, happened: this.#happened })
  }

  #wishOfPerson({ phone: index, verb, n }: Happening<'person'>): void {
    const phone = this.#phone(index)
    const { userId, role } = phone.onlooker
    if (role === 'participant') phone.wish(personCommand(verb, userId, n, phone.seen?.shared))
  }

  #wishOfHost({ phone: index, verb, n }: Happening<'host'>): void {
    const phone = this.#phone(index)
    phone.wish(hostCommand(verb, n, phone.seen?.shared, people, helper))
  }

  #restart({ kind, server: index, downMs }: Happening<'stop' | 'kill'>): void {
    const server = this.#site.server(index)
    if (kind === 'kill') server.kill()
    else void server.stop()
    setTimeout(() => server.start(), downMs)
  }

  #openAnotherTab(index: number, home: number): void {
    const older = this.#phone(index)
    this.#older.push(older)
    this.#phones[index] = this.#page(older.onlooker, home)
  }

  /** Of a participant's pages one is shown. */
  #checkPages(watching: readonly Phone[]): void {
    for (const id of new Set(watching.map(({ onlooker }) => onlooker.userId))) {
      const pages = watching.filter(({ onlooker }) => onlooker.role === 'participant' && onlooker.userId === id)
      if (pages.length > 1) this.#witness.object(`${pages.map(({ page }) => page).join(' and ')} are shown at once`)
    }
    for (const id of people) {
      const isShown = watching.some(({ onlooker }) => onlooker.userId === id)
      if (!isShown && isIn(this.#witness.head.state, id)) this.#witness.object(`no page of ${id} is shown`)
    }
  }

  /** Everybody who is connected counts as here, and nobody else does. */
  #checkPresence(watching: readonly Phone[]): void {
    const here = new Set(watching.map(({ onlooker }) => onlooker.userId))
    const { people: everybody, facilitators } = this.#witness.head.state
    for (const { id, standing } of everybody.values())
      if (standing === (here.has(id) ? 'away' : 'present')) this.#witness.object(`${id} counts as ${standing}`)
    for (const { id, present } of facilitators.values())
      if (present !== here.has(id)) this.#witness.object(`facilitator ${id} counts as ${present ? 'here' : 'away'}`)
  }
}

const isIn = ({ people: everybody }: WorkshopState, id: string): boolean =>
  ['present', 'away'].includes(everybody.get(id)?.standing ?? '')

const mayWatch = (state: WorkshopState, { role, userId }: Onlooker): boolean =>
  role === 'screen' || (role === 'host' ? state.facilitators.has(userId) : isIn(state, userId))

/** What a page is sent that has seen nothing yet. */
async function firstMessage(server: SimulatedServer, { onlooker, page }: Phone): Promise<LiveMessage> {
  const abort = new AbortController()
  const stream = server.live(onlooker, { since: null, page, beats: false, room: async () => {} }, abort.signal)
  const first: LiveMessage[] = []
  void stream.next().then(({ value }) => {
    if (value) first.push(value)
  })
  await pass(100)
  abort.abort()
  return must(first[0], `${onlooker.userId} is shown something`)
}
