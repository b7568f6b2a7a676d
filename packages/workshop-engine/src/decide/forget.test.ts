import { expect, test } from 'vitest'
import { engine } from '../index.ts'
import type { nodeTypes } from '../registry.ts'
import { playWorkshop, steps, type WorkshopPlay } from '../testing/index.ts'

type Play = WorkshopPlay<typeof nodeTypes>

const system = { kind: 'system' } as const
const forget = (play: Play, id: string) => play.send(system, { type: 'forget', userId: id })

/** Everything that anybody could be shown, and the report. */
const pictures = (play: Play): string =>
  JSON.stringify([
    play.see('host'),
    play.see('screen'),
    play.see('participant'),
    [...play.state.people.keys()].map((id) => play.own(id)),
    engine.report(play.state),
  ])

const draft = {
  language: 'de' as const,
  nodes: [
    steps.openQuestion({ showNames: true, results: 'live' }),
    steps.whiteboard({ showNames: true, results: 'live' }),
    steps.quiz(),
  ],
}

/** A session in which Zenobia gave, wrote, moderated and won something. */
function played() {
  const play = playWorkshop(draft)
  const [zenobia, bob] = [play.join('Zenobia'), play.join('Bob')]
  play.facilitator.addFacilitator(zenobia)
  play.facilitator.start()
  zenobia.act({ type: 'answer', slot: 0, text: 'music' })
  play.consoleOf(zenobia).next()
  play.facilitator.jump('quiz-3', 'open-question-1')
  play.facilitator.jump('whiteboard-2')
  zenobia.act({ type: 'add', text: 'a note', colour: 'yellow' })
  play.consoleOf(zenobia).next()
  zenobia.act({ type: 'answer', choice: [1] })
  bob.act({ type: 'answer', choice: [0] })
  play.facilitator.reveal()
  play.facilitator.showScoreboard()
  return { play, zenobia, bob }
}

test('F-1 the name is nowhere any more, and what they gave stays', () => {
  const { play, zenobia } = played()
  expect(pictures(play)).toContain('Zenobia')
  expect(forget(play, zenobia.id)).toBeNull()
  expect(pictures(play)).not.toContain('Zenobia')
  expect(zenobia.sees()).toMatchObject({
    me: { name: 'Anonym', points: 1_000, place: 1, standing: 'present' },
    scoreboard: [{ name: 'Anonym' }, { name: 'Bob' }],
  })
  expect(play.see('host').facilitators[zenobia.id]).toMatchObject({ name: 'Anonym', role: 'co-facilitator' })
  expect(play.see('host').conflicts[0]).toMatchObject({ theirs: { by: 'Anonym' } })
})

test('F-1 several are told apart, in the language of the plan, English where it has none', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const people = ['Ann', 'Bob', 'Cem'].map((name) => play.join(name))
  for (const { id } of [...people, play.facilitator]) forget(play, id)
  const names = people.map((person) => person.sees().me?.name)
  expect(names).toEqual(['Anonymous', 'Anonymous 2', 'Anonymous 3'])
  expect(play.see('screen').host).toBe('Anonymous 4')
})

test.each(['created', 'lobby', 'active', 'ended'] as const)('F-2 it is done in phase %s', (phase) => {
  const play = playWorkshop(draft, engine, { from: 'created' })
  if (phase !== 'created') play.facilitator.openLobby()
  if (phase === 'active') play.facilitator.start()
  if (phase === 'ended') play.facilitator.end()
  expect(forget(play, play.facilitator.id)).toBeNull()
  expect(play.see('screen')).toMatchObject({ phase, host: 'Anonym' })
})

test('F-2 for a stranger, and twice, it changes nothing; whoever takes a name again is forgotten again', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  const rows = () => play.log.length
  const before = rows()
  expect(forget(play, 'stranger')).toBeNull()
  expect(rows()).toBe(before)
  forget(play, ann.id)
  expect(forget(play, ann.id)).toBeNull()
  expect(rows()).toBe(before + 1)
  ann.rename('Annabel')
  forget(play, ann.id)
  expect(ann.sees().me?.name).toBe('Anonym')
  expect(rows()).toBe(before + 3)
})

test('F-2 who already goes by the neutral name is forgotten all the same, because older names are in the log', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  ann.rename('Anonym')
  forget(play, ann.id)
  expect(play.log.at(-1)).toMatchObject({ actionType: 'forgotten', actionData: { userId: ann.id, name: 'Anonym' } })
})

test('F-3 the old name is free', () => {
  const play = playWorkshop(draft)
  forget(play, play.join('Ann').id)
  expect(play.join('Ann').sees().me?.name).toBe('Ann')
  expect(play.join('Anonym').sees().me?.name).toBe('Anonym 2')
})

test('F-4 the creator is forgotten also when they no longer run it, and stays nameless if they gave no name', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  play.facilitator.addFacilitator(ann)
  play.facilitator.handOver(ann)
  play.consoleOf(ann).removeFacilitator(play.facilitator)
  forget(play, play.facilitator.id)
  expect(play.log.at(-1)).toMatchObject({ actionType: 'forgotten', actionData: { userId: play.facilitator.id } })

  const nameless = engine.initial({ plan: play.plan, facilitator: { id: 'hal', name: '' } })
  const decision = engine.decide(nameless, { type: 'forget', userId: 'hal' }, { actor: system, now: 1 })
  expect(decision.ok && engine.sharedView(engine.fold(nameless, decision.events), 'screen').host).toBe('')
})

test('F-2 only the system forgets', () => {
  const play = playWorkshop(draft)
  const ann = play.join('Ann')
  const command = { type: 'forget', userId: ann.id } as const
  expect(play.send({ kind: 'user', id: ann.id }, command)).toEqual({ code: 'not_allowed' })
  expect(engine.command.safeParse(command).success).toBe(false)
})
