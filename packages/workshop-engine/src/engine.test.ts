import { expect, test } from 'vitest'
import { createEngine, engine, nodeTypes } from './index.ts'
import { playWorkshop, steps } from './testing/index.ts'

test('E-5 any moment may be looked at again, and shows what it showed then', () => {
  const play = playWorkshop({ nodes: [steps.quiz(), steps.poll(), steps.openQuestion(), steps.end()] })
  const seen: { readonly state: typeof play.state; readonly shown: string }[] = []
  const look = (at: typeof engine, state: typeof play.state) =>
    JSON.stringify([at.sharedView(state, 'host'), at.sharedView(state, 'participant'), at.ownView(state, 'person-1')])
  const remember = () => seen.push({ state: play.state, shown: look(engine, play.state) })
  const ann = play.join('Ann')
  const host = play.facilitator
  const happenings = [
    () => host.start(),
    () => ann.act({ type: 'answer', choice: [1] }),
    () => host.reveal(),
    () => host.showScoreboard(),
    () => host.next(),
    () => ann.act({ type: 'vote', choice: [0] }),
    () => ann.act({ type: 'vote', choice: [1] }),
    () => host.undo(),
    () => host.jump('open-question-3'),
    () => ann.act({ type: 'answer', slot: 0, text: 'a lot' }),
    () => host.next(),
  ]
  for (const happens of happenings) {
    remember()
    happens()
  }
  remember()
  const unused = createEngine(nodeTypes)
  expect(seen.map(({ state }) => look(unused, state))).toEqual(seen.map(({ shown }) => shown))
})

test('E-9 a note that a command was granted changes nothing, for nobody', () => {
  const play = playWorkshop({ nodes: [steps.poll()] })
  play.join('Ann')
  play.facilitator.start()
  const note = {
    version: 9,
    commandId: 'again',
    userId: 'person-1',
    nodeId: '',
    actionType: 'noted',
    actionData: {},
    at: 1,
  }
  const event = engine.readEvent(note)
  expect(engine.evolve(play.state, event)).toBe(play.state)
  expect(engine.affects(event)).toEqual([])
})
