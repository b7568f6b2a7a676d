import { expect, test } from 'vitest'
import { createEngine, engine } from './index.ts'
import { steps } from './testing/index.ts'

const plan = (changed: object = {}) => ({
  format: 'humuus/1',
  title: 'A workshop',
  nodes: [
    { id: 'welcome', ...steps.slide() },
    { id: 'sums', ...steps.quiz() },
  ],
  ...changed,
})

test('W-1 what a file leaves out has a default', () => {
  const read = engine.plan.parse(plan())
  expect(read.settings).toEqual({ maxParticipants: 2_000, lateJoin: true, showCount: true })
  expect(read.nodes[1]?.data).toMatchObject({ readSeconds: 0, points: 1_000, speedBonus: true, showScoreboard: true })
})

test('W-1 a plan that was read reads the same again', () => {
  const read = engine.plan.parse(plan())
  expect(engine.plan.parse(JSON.parse(JSON.stringify(read)))).toEqual(read)
})

const node = (data: object, around: object = {}) => plan({ nodes: [{ id: 'one', type: 'quiz', data, ...around }] })
const question = { text: '2 + 2?', options: [{ text: '3' }, { text: '4', correct: true }] }

const wrong: readonly [string, unknown, string, string][] = [
  ['W-2 another format', plan({ format: 'humuus/2' }), 'format', 'humuus/1'],
  ['W-2 a misspelt key', plan({ setings: {} }), '', 'setings'],
  ['W-2 a misspelt key of a setting', plan({ settings: { lateJoining: true } }), 'settings', 'lateJoining'],
  ['W-2 a misspelt key of a step', node(question, { note: 'x' }), 'nodes.0', 'note'],
  ['W-2 a misspelt key in a step’s data', node({ ...question, time: 3 }), 'nodes.0.data', 'time'],
  ['W-2 an unknown type', plan({ nodes: [{ id: 'one', type: 'quizz', data: {} }] }), 'nodes.0.type', 'nvalid'],
  ['W-2 no steps', plan({ nodes: [] }), 'nodes', 'small'],
  ['W-2 no title', plan({ title: '  ' }), 'title', 'small'],
  [
    'W-3 an id used twice',
    plan({
      nodes: [
        { id: 'a', ...steps.slide() },
        { id: 'a', ...steps.slide() },
      ],
    }),
    'nodes.1.id',
    '"a" is used twice',
  ],
  ['W-3 a next step that does not exist', node(question, { next: 'two' }), 'nodes.0.next', 'there is no step "two"'],
  ['W-3 an id that is no id', plan({ nodes: [{ id: 'Step 1', ...steps.slide() }] }), 'nodes.0.id', 'lower-case'],
  ['W-4 a clock too short to keep', node(question, { autoNext: 0.01 }), 'nodes.0.autoNext', '0.1'],
  [
    'W-4 a countdown too short to see',
    plan({ nodes: [{ id: 'a', ...steps.countdown(0) }] }),
    'nodes.0.data.seconds',
    '0.1',
  ],
  [
    'W-5 a quiz without a right answer',
    node({ ...question, options: [{ text: '3' }, { text: '4' }] }),
    'nodes.0.data.options',
    'correct',
  ],
  [
    'W-5 an option without text or picture',
    node({ ...question, options: [{ text: '4', correct: true }, {}] }),
    'nodes.0.data.options.1',
    'picture',
  ],
  [
    'W-5 a picture from an unsafe address',
    node({ ...question, image: { url: 'javascript:alert(1)' } }),
    'nodes.0.data.image.url',
    'https',
  ],
  [
    'W-5 a poll with more choices than options',
    plan({ nodes: [{ id: 'a', ...steps.poll({ maxChoices: 4 }) }] }),
    'nodes.0.data.maxChoices',
    'no more choices',
  ],
]

test.each(wrong)('%s is reported with its path', (_, file, path, words) => {
  const read = engine.plan.safeParse(file)
  const issues = read.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
  expect(issues).toHaveLength(1)
  expect(issues[0]).toMatch(new RegExp(`^${path}: .*${words}`))
})

test('W-2 several mistakes are reported together', () => {
  const file = plan({
    title: '',
    nodes: [
      { id: 'a', type: 'slide', data: { txt: '' } },
      { id: 'b', type: 'quiz', data: {} },
    ],
  })
  const paths = engine.plan.safeParse(file).error?.issues.map((issue) => issue.path.join('.'))
  expect(paths).toEqual(expect.arrayContaining(['title', 'nodes.0.data', 'nodes.1.data.text', 'nodes.1.data.options']))
})

test('W-6 a client’s command has exactly its shape, and system commands are not among them', () => {
  const accepted = [
    { type: 'join', name: 'Ann' },
    { type: 'next', from: 'welcome' },
    { type: 'act', nodeId: 'sums', node: 'quiz', act: { type: 'answer', choice: [1] } },
    { type: 'moderate', nodeId: 'one', node: 'open-question', act: { type: 'hide', answerId: '1', hidden: true } },
  ]
  const refused = [
    { type: 'tick' },
    { type: 'presence', present: [], away: [] },
    { type: 'join', name: 'Ann', admin: true },
    { type: 'next' },
    { type: 'act', nodeId: 'sums', node: 'quiz', act: { type: 'vote', choice: [1] } },
    { type: 'act', nodeId: 'sums', node: 'slide', act: {} },
    { type: 'extend', nodeId: 'sums', seconds: 0 },
    null,
  ]
  expect(accepted.map((command) => engine.command.safeParse(command).success)).toEqual(accepted.map(() => true))
  expect(refused.map((command) => engine.command.safeParse(command).success)).toEqual(refused.map(() => false))
})

test('W-6 an engine without node types is refused', () => {
  expect(() => createEngine([])).toThrow('at least one node type')
})
