import type { CommandResult } from '@humuus/api'
import { engine, type HumuusCommand } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import type { Entry } from './ledger.ts'
import { recount } from './recount.ts'
import { type Tally, tally } from './tally.ts'

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
  readonly entries: Entry[] = []
  #state = engine.initial({ plan, facilitator: { id: 'host', name: '' } })
  #version = 0

  constructor() {
    for (const command of [{ type: 'open_lobby' }, { type: 'start' }] as const) this.#take('host', command)
    for (const name of ['ada', 'bea', 'cem']) this.#take(name, { type: 'join', name })
  }

  send(by: string, command: HumuusCommand): void {
    this.#record(by, command, this.#take(by, command))
  }

  /** Says yes and forgets. */
  lose(by: string, command: HumuusCommand): void {
    this.#record(by, command, { ok: true, version: ++this.#version })
  }

  /** Takes it again, although nobody wished so. */
  double(by: string, command: HumuusCommand): void {
    this.#take(by, command)
  }

  next(from: string): void {
    this.#take('host', { type: 'close', nodeId: from })
    this.#take('host', { type: 'next', from })
  }

  tally(change: (report: ReturnType<typeof engine.report>) => unknown = (report) => report): Tally {
    const names = new Map([...this.#state.people.values()].map(({ id, name }) => [id, name]))
    const due = recount(plan, this.entries, (id) => names.get(id) ?? '')
    return tally(due, JSON.parse(JSON.stringify(change(engine.report(this.#state)))))
  }

  #take(id: string, command: HumuusCommand): CommandResult {
    const actor = id === 'host' ? host : { kind: 'user' as const, id }
    const decision = engine.decide(this.#state, command, { actor, now: 1_000 })
    if (!decision.ok) return decision
    this.#state = engine.fold(this.#state, decision.events)
    this.#version += decision.events.length
    return { ok: true, version: this.#version }
  }

  #record(by: string, command: HumuusCommand, result: CommandResult): void {
    const commandId = `${this.entries.length}`
    this.entries.push({ commandId, sessionId: '', by, command, answers: [result], tookMs: 1 })
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

test('where everything acknowledged is counted, nothing differs', () => {
  expect(played().tally()).toEqual({ due: 3, counted: 3, differences: [] })
})

test('a lost answer is found, by name and step', () => {
  const server = played()
  server.lose('bea', answer(1))
  expect(server.tally()).toEqual({
    due: 4,
    counted: 3,
    differences: ['bea at sum: acknowledged ["3"], counted nothing', 'the sums of sum differ'],
  })
})

test('a lost change of mind is found', () => {
  const server = played()
  server.lose('cem', answer(1))
  expect(server.tally().differences).toContain('cem at sum: acknowledged ["3"], counted ["2"]')
})

test('an answer that was counted although nobody was told so is found', () => {
  const server = played()
  server.double('ada', answer(0))
  expect(server.tally()).toMatchObject({
    due: 3,
    counted: 4,
    differences: expect.arrayContaining(['ada at sum: acknowledged nothing, counted ["2"]']),
  })
})

test('an older answer applied again after a newer one is found', () => {
  const server = played()
  server.send('cem', answer(1))
  server.double('cem', answer(0))
  expect(server.tally().differences).toContain('cem at sum: acknowledged ["3"], counted ["2"]')
})

test('a vote counted twice in the sums is found, although every person has their answer', () => {
  const doubled = played().tally((report) => ({
    ...report,
    steps: report.steps.map((step) =>
      step.content.type === 'poll'
        ? { ...step, content: { ...step.content, results: { counts: [1, 2], votes: 3 } } }
        : step,
    ),
  }))
  expect(doubled.differences).toEqual(['the sums of mood differ'])
})

test('people and steps that are missing from the report are found', () => {
  const server = played()
  expect(server.tally((report) => ({ ...report, people: report.people.slice(0, 2) })).differences).toHaveLength(1)
  expect(server.tally((report) => ({ ...report, steps: [] })).differences).toEqual([
    'mood is not in the report',
    'sum is not in the report',
  ])
})

test('words are compared letter by letter, and taken back counts as none', () => {
  const server = played()
  server.next('sum')
  server.send('ada', wish('more breaks'))
  server.send('bea', wish('music'))
  server.send('bea', wish(''))
  expect(server.tally()).toEqual({ due: 4, counted: 4, differences: [] })
  server.lose('ada', wish('more breaks!'))
  expect(server.tally().differences).toContain('ada at wishes: acknowledged ["more breaks!"], counted ["more breaks"]')
})
