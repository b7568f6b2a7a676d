import { expect, test } from 'vitest'
import { engine, type StoredAction } from './index.ts'
import { playWorkshop, steps } from './testing/index.ts'

const row = (changed: Partial<StoredAction>): StoredAction => ({
  version: 1,
  commandId: null,
  userId: 'person-1',
  nodeId: '',
  actionType: 'left',
  actionData: {},
  at: 1_000,
  ...changed,
})

test('E-3 the log reads by itself: who did what, where and when', () => {
  const play = playWorkshop({ nodes: [steps.poll()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  play.advance(3)
  ann.act({ type: 'vote', choice: [2] })
  expect(play.log.slice(-3)).toEqual([
    {
      version: 3,
      commandId: 'command-2',
      userId: ann.id,
      nodeId: '',
      actionType: 'joined',
      actionData: { name: 'Ann' },
      at: play.now - 3_000,
    },
    {
      version: 4,
      commandId: 'command-3',
      userId: 'facilitator',
      nodeId: 'poll-1',
      actionType: 'stepped',
      actionData: {
        way: 'start',
        opens: true,
        readUntil: play.now - 3_000,
        deadline: null,
        goesOnAt: null,
        finishes: false,
      },
      at: play.now - 3_000,
    },
    {
      version: 5,
      commandId: 'command-4',
      userId: ann.id,
      nodeId: 'poll-1',
      actionType: 'poll.voted',
      actionData: { choice: [2], elapsed: 3_000 },
      at: play.now,
    },
  ])
})

test('E-3 what is written is read back as it was', () => {
  const play = playWorkshop({ nodes: [steps.openQuestion()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  ann.act({ type: 'answer', slot: 0, text: 'type: none' })
  const events = play.log.map(engine.readEvent)
  expect(events.map(engine.writeEvent)).toEqual(play.log.map(({ version, commandId, ...parts }) => parts))
})

const broken = [
  ['E-4 an event of no type that was ever written', row({ actionType: 'vanished' })],
  ['E-4 a name that objects know by themselves', row({ actionType: 'constructor' })],
  ['E-4 a node type that is not registered', row({ actionType: 'seance.held', nodeId: 'a' })],
  [
    'E-4 an event its node type does not know',
    row({ actionType: 'poll.answered', nodeId: 'a', actionData: { choice: [1], elapsed: 1 } }),
  ],
  ['E-4 a node type that records nothing', row({ actionType: 'slide.shown', nodeId: 'a' })],
  ['E-4 an event with a part missing', row({ actionType: 'joined', actionData: {} })],
] as const

test.each(broken)('%s is a broken log, and throws', (_, action) => {
  expect(() => engine.readEvent(action)).toThrow()
})

test('E-4 what a later version may add to an event is passed over', () => {
  const read = engine.readEvent(row({ actionType: 'joined', actionData: { name: 'Ann', mood: 'good' } }))
  expect(read).toEqual({ type: 'joined', by: 'person-1', at: 1_000, nodeId: '', data: { name: 'Ann' } })
})
