import {
  type Actor,
  engine,
  type HumuusCommand,
  type nodeTypes,
  type SystemCommand,
  type WorkshopEvent,
  type WorkshopState,
} from '@humuus/workshop-engine'
import type { Options } from '../args.ts'
import { median } from '../percentile.ts'
import type { Table } from '../table.ts'

/** At the end nobody can do anything any more. */
type NodeName = Exclude<(typeof nodeTypes)[number]['type'], 'end'>

/** A step of each type, and what somebody does there; where people only watch, they give themselves another name. */
const cases = {
  slide: { data: { text: 'What everybody sees.' }, act: renames },
  countdown: { data: { seconds: 3_600 }, act: renames },
  poll: {
    data: { text: 'Tea or coffee?', options: [{ text: 'Tea' }, { text: 'Coffee' }, { text: 'Water' }] },
    act: (_who, nth) => ({ ...at('poll'), act: { type: 'vote', choice: [nth % 3] } }),
  },
  quiz: {
    data: { text: '2 + 2?', options: [{ text: '3' }, { text: '4', correct: true }, { text: '5' }] },
    act: (_who, nth) => ({ ...at('quiz'), act: { type: 'answer', choice: [nth % 3] } }),
  },
  'open-question': {
    data: { text: 'What did you learn?' },
    act: (_who, nth) => ({ ...at('open-question'), act: { type: 'answer', slot: 0, text: `Remark ${nth}` } }),
  },
  'word-cloud': {
    data: { text: 'One word for today?', maxWords: 10 },
    act: (_who, nth) => ({ ...at('word-cloud'), act: { type: 'add', text: `Word ${nth % 5_000}` } }),
  },
  whiteboard: {
    data: { text: 'What would you change?', maxNotes: 50 },
    act: (_who, nth) => ({ ...at('whiteboard'), act: { type: 'add', text: `Note ${nth}`, colour: 'yellow' } }),
  },
  upload: {
    data: { text: 'Show what you drew' },
    act: (who, nth) => ({ ...at('upload'), act: { type: 'caption', fileId: `file-${who}`, text: `Words ${nth}` } }),
  },
} as const satisfies Record<
  NodeName,
  { readonly data: object; readonly act: (who: number, nth: number) => HumuusCommand }
>

const at = <Node extends NodeName>(node: Node) => ({ type: 'act', nodeId: 'step', node }) as const

function renames(who: number, nth: number): HumuusCommand {
  return { type: 'rename', participantId: `person-${who}`, name: `Person ${who} ${nth}` }
}

/** Ten past nine on a day in 2026: the engine takes the time from us. */
const now = 1_767_258_600_000
const host: Actor = { kind: 'user', id: 'host' }
const system: Actor = { kind: 'system' }
const person = (who: number): Actor => ({ kind: 'user', id: `person-${who}` })

/** A session in memory, as far as a benchmark needs one. */
class Play {
  state: WorkshopState
  readonly events: WorkshopEvent[] = []

  constructor(plan: object) {
    this.state = engine.initial({ plan: engine.plan.parse(plan), facilitator: { id: 'host', name: 'Host' } })
  }

  /** Throws when it is refused. */
  say(actor: Actor, command: HumuusCommand | SystemCommand): void {
    const decision = engine.decide(this.state, command, { actor, now })
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.rejection.code}`)
    this.state = engine.fold(this.state, decision.events)
    for (const event of decision.events) this.events.push(event)
  }

  /** The lobby opens, people join, and the first step begins. */
  open(people: number): void {
    this.say(host, { type: 'open_lobby' })
    for (let who = 0; who < people; who++) this.say(person(who), { type: 'join', name: `Person ${who}` })
    this.say(host, { type: 'start' })
  }
}

export interface EngineCost {
  readonly node: NodeName
  readonly people: number
  /** All in µs, medians. */
  readonly decide: number
  readonly evolve: number
  readonly participant: number
  readonly own: number
  readonly screen: number
  readonly host: number
  readonly delta: number
}

/** What the pure part costs, by kind of step and size of the group; and how fast a long log is folded. */
export async function engineCosts(options: Options): Promise<Table[]> {
  const sizes = options.sizes ?? (options.short ? [20] : [100, 1_000, 10_000])
  const costs = sizes.flatMap((size) =>
    (Object.keys(cases) as NodeName[]).map((node) => cost(node, size, options.short ? 20 : 200)),
  )
  return [costTable(costs), foldTable(options.short ? 2_000 : 200_000)]
}

/** Everybody does something once; then some do something more, and each part of that is timed. */
export function cost(node: NodeName, people: number, samples: number): EngineCost {
  const { data, act } = cases[node]
  const step = { id: 'step', type: node, closeWhenAllDone: false, data }
  const settings = { maxParticipants: 20_000 }
  const play = new Play({ format: 'humuus/1', title: 'Costs', settings, nodes: [step] })
  play.open(people)
  if (node === 'upload') giveFiles(play, people)
  for (let who = 0; who < people; who++) play.say(person(who), act(who, who))
  const times = { decide: [], evolve: [], participant: [], own: [], screen: [], host: [], delta: [] } as Record<
    Exclude<keyof EngineCost, 'node' | 'people'>,
    number[]
  >
  for (let nth = 0; nth < samples; nth++) {
    const who = (nth * 7) % people
    const before = engine.sharedView(play.state, 'screen')
    const context = { actor: person(who), now }
    const decision = timed(times.decide, () => engine.decide(play.state, act(who, people + nth), context))
    if (!decision.ok) throw new Error(`${node}: ${decision.rejection.code}`)
    play.state = timed(times.evolve, () => engine.fold(play.state, decision.events))
    timed(times.participant, () => engine.sharedView(play.state, 'participant'))
    timed(times.own, () => engine.ownView(play.state, `person-${who}`))
    const screen = timed(times.screen, () => engine.sharedView(play.state, 'screen'))
    timed(times.host, () => engine.sharedView(play.state, 'host'))
    timed(times.delta, () => engine.delta(before, screen))
  }
  return {
    node,
    people,
    decide: median(times.decide),
    evolve: median(times.evolve),
    participant: median(times.participant),
    own: median(times.own),
    screen: median(times.screen),
    host: median(times.host),
    delta: median(times.delta),
  }
}

/** Files are nobody's wish: the system says what has come in. */
function giveFiles(play: Play, people: number): void {
  for (let who = 0; who < people; who++) {
    const about = { type: 'file', nodeId: 'step', fileId: `file-${who}`, userId: `person-${who}` } as const
    play.say(system, { ...about, news: { is: 'received', kind: 'picture' } })
    play.say(system, { ...about, news: { is: 'ready', kind: 'picture', isScanned: true, hasPreview: true } })
  }
}

function timed<Result>(times: number[], work: () => Result): Result {
  const began = performance.now()
  const result = work()
  times.push((performance.now() - began) * 1_000)
  return result
}

const costTable = (costs: readonly EngineCost[]): Table => ({
  title: 'The engine, in µs',
  headings: [
    'step',
    'people',
    'decide',
    'evolve',
    'view of phones',
    'own view',
    'screen',
    'console',
    'delta of screen',
  ],
  rows: costs.map((one) => [
    one.node,
    one.people,
    one.decide,
    one.evolve,
    one.participant,
    one.own,
    one.screen,
    one.host,
    one.delta,
  ]),
  notes: ['Views are those after one more answer; a view is made once for all who share it.'],
})

/** A log of votes, and how long it takes to be read from its rows and folded. */
function foldTable(length: number): Table {
  const people = Math.min(2_000, Math.floor(length / 4))
  const { data, act } = cases.poll
  const step = { id: 'step', type: 'poll', closeWhenAllDone: false, data }
  const settings = { maxParticipants: 20_000 }
  const play = new Play({ format: 'humuus/1', title: 'A log', settings, nodes: [step] })
  const initial = play.state
  play.open(people)
  for (let nth = 0; play.events.length < length; nth++) {
    const who = nth % people
    play.say(person(who), act(who, who + Math.floor(nth / people)))
  }
  const rows = play.events.map((event, index) => ({
    ...engine.writeEvent(event),
    version: index + 1,
    commandId: null,
  }))
  const readMs: number[] = []
  const foldMs: number[] = []
  for (let run = 0; run < 3; run++) {
    const began = performance.now()
    const events = rows.map((row) => engine.readEvent(row))
    const read = performance.now()
    engine.fold(initial, events)
    readMs.push(read - began)
    foldMs.push(performance.now() - read)
  }
  const perSecond = (ms: number) => (rows.length * 1_000) / ms
  return {
    title: `A log of ${rows.length.toLocaleString('en')} events`,
    headings: ['part', 'ms', 'events/s'],
    rows: [
      ['rows read and checked', median(readMs), perSecond(median(readMs))],
      ['folded', median(foldMs), perSecond(median(foldMs))],
    ],
  }
}
