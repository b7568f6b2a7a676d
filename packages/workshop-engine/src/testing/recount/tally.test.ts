import { expect, test } from 'vitest'
import type { WorkshopEvent } from '../../event.ts'
import { engine, type HumuusCommand } from '../../index.ts'
import type { JsonValue } from '../../json.ts'
import { type AcceptedAct, type Counted, recountActs, recountEvents, type Tally, tally } from '../index.ts'

const plan = engine.plan.parse({
  format: 'humuus/1',
  title: 'Three questions',
  nodes: [
    { id: 'mood', type: 'poll', data: { text: 'How are you?', options: [{ text: 'Fine' }, { text: 'Tired' }] } },
    { id: 'sum', type: 'quiz', data: { text: '1 + 1?', options: [{ text: '2', correct: true }, { text: '3' }] } },
    { id: 'wishes', type: 'open-question', data: { text: 'And?', maxAnswers: 2 } },
    { id: 'bye', type: 'end', data: {} },
  ],
})

const host = { kind: 'user', id: 'host' } as const
const vote = (choice: number): HumuusCommand => ({
  type: 'act',
  nodeId: 'mood',
  node: 'poll',
  act: { type: 'vote', choice: [choice] },
})
const answer = (choice: number): HumuusCommand => ({
  type: 'act',
  nodeId: 'sum',
  node: 'quiz',
  act: { type: 'answer', choice: [choice] },
})
const wish = (text: string): HumuusCommand => ({
  type: 'act',
  nodeId: 'wishes',
  node: 'open-question',
  act: { type: 'answer', slot: 0, text },
})

/** A server that keeps everything, until it is told to lose something. */
class Server {
  /** What people were told yes to. */
  readonly promised: AcceptedAct[] = []
  readonly log: WorkshopEvent[] = []
  #state = engine.initial({ plan, facilitator: { id: 'host', name: '' } })

  constructor() {
    for (const command of [{ type: 'open_lobby' }, { type: 'start' }] as const) this.#take('host', command)
    for (const name of ['ada', 'bea', 'cem']) this.#take(name, { type: 'join', name })
  }

  send(by: string, command: HumuusCommand): void {
    if (this.#take(by, command)) this.#promise(by, command)
  }

  /** Says yes and forgets. */
  lose(by: string, command: HumuusCommand): void {
    this.#promise(by, command)
  }

  /** Takes it again, although nobody wished so. */
  double(by: string, command: HumuusCommand): void {
    this.#take(by, command)
  }

  next(from: string): void {
    this.#take('host', { type: 'close', nodeId: from })
    this.#take('host', { type: 'next', from })
  }

  report(): Counted {
    return JSON.parse(JSON.stringify(engine.report(this.#state)))
  }

  tally(change: (report: Counted) => Counted = (report) => report): Tally {
    return tally(recountActs(plan, this.promised, this.#nameOf), change(this.report()))
  }

  tallyOfLog(change: (event: WorkshopEvent) => WorkshopEvent | null = (event) => event): Tally {
    const events = this.log.map(change).filter((event) => event !== null)
    return tally(recountEvents(plan, events, this.#nameOf), this.report())
  }

  #nameOf = (id: string) => this.#state.people.get(id)?.name ?? ''

  #take(id: string, command: HumuusCommand): boolean {
    const actor = id === 'host' ? host : { kind: 'user' as const, id }
    const decision = engine.decide(this.#state, command, { actor, now: 1_000 })
    if (!decision.ok) return false
    this.log.push(...decision.events)
    this.#state = engine.fold(this.#state, decision.events)
    return true
  }

  #promise(by: string, command: HumuusCommand): void {
    if (command.type === 'act') this.promised.push({ by, nodeId: command.nodeId, act: command.act })
  }
}

/** Two questions answered, with a change of mind and a refusal. */
function played(): Server {
  const server = new Server()
  server.send('ada', vote(0))
  server.send('bea', vote(1))
  server.send('ada', vote(1))
  server.next('mood')
  server.send('cem', vote(0))
  server.send('cem', answer(0))
  return server
}

test('X-11 where everything acknowledged is counted, nothing differs', () => {
  expect(played().tally()).toEqual({ due: 3, counted: 3, differences: [] })
  expect(played().tallyOfLog()).toEqual({ due: 3, counted: 3, differences: [] })
})

test('X-11 a lost answer is found, by name and step', () => {
  const server = played()
  server.lose('bea', answer(1))
  expect(server.tally()).toEqual({
    due: 4,
    counted: 3,
    differences: ['bea at sum: acknowledged ["3"], counted nothing', 'the sums of sum differ'],
  })
})

test('X-11 a lost change of mind is found', () => {
  const server = played()
  server.lose('cem', answer(1))
  expect(server.tally().differences).toContain('cem at sum: acknowledged ["3"], counted ["2"]')
})

test('X-11 an answer that was counted although nobody was told so is found', () => {
  const server = played()
  server.double('ada', answer(0))
  expect(server.tally()).toMatchObject({
    due: 3,
    counted: 4,
    differences: expect.arrayContaining(['ada at sum: acknowledged nothing, counted ["2"]']),
  })
})

test('X-11 an older answer applied again after a newer one is found', () => {
  const server = played()
  server.send('cem', answer(1))
  server.double('cem', answer(0))
  expect(server.tally().differences).toContain('cem at sum: acknowledged ["3"], counted ["2"]')
})

test('X-11 a vote counted twice in the sums is found, although every person has their answer', () => {
  const doubled = played().tally((report) => ({
    ...report,
    steps: report.steps.map((step) =>
      step.nodeId === 'mood'
        ? { ...step, content: { ...Object(step.content), results: { counts: [1, 2], votes: 3 } } }
        : step,
    ),
  }))
  expect(doubled.differences).toEqual(['the sums of mood differ'])
})

test('X-11 people and steps that are missing from the report are found', () => {
  const server = played()
  expect(server.tally((report) => ({ ...report, people: report.people.slice(0, 2) })).differences).toHaveLength(1)
  expect(server.tally((report) => ({ ...report, steps: [] })).differences).toEqual([
    'mood is not in the report',
    'sum is not in the report',
  ])
})

test('X-11 words are compared letter by letter, and taken back counts as none', () => {
  const server = played()
  server.next('sum')
  server.send('ada', wish('more breaks'))
  server.send('bea', wish('music'))
  server.send('bea', wish(''))
  expect(server.tally()).toEqual({ due: 4, counted: 4, differences: [] })
  expect(server.tallyOfLog()).toEqual({ due: 4, counted: 4, differences: [] })
  server.lose('ada', wish('more breaks!'))
  expect(server.tally().differences).toContain('ada at wishes: acknowledged ["more breaks!"], counted ["more breaks"]')
})

test('X-11 a report that a log does not lead to is found', () => {
  const server = played()
  const isAdas = (event: WorkshopEvent) => event.type === 'node' && event.by === 'ada'
  expect(server.tallyOfLog((event) => (isAdas(event) ? null : event)).differences).toEqual([
    'ada at mood: acknowledged nothing, counted ["Tired"]',
    'the sums of mood differ',
  ])
  const altered = (event: WorkshopEvent): WorkshopEvent =>
    isAdas(event)
      ? ({ ...event, data: { ...(event.data as Record<string, JsonValue>), choice: [0] } } as WorkshopEvent)
      : event
  expect(server.tallyOfLog(altered).differences).toContain('ada at mood: acknowledged ["Fine"], counted ["Tired"]')
})
