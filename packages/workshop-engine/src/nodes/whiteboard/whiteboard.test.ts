import { describe, expect, test } from 'vitest'
import { engine } from '../../index.ts'
import { playWorkshop, steps } from '../../testing/index.ts'
import { noteIdOf } from './note-id.ts'

function board(data: Parameters<typeof steps.whiteboard>[0] = {}) {
  const play = playWorkshop({ nodes: [steps.whiteboard(data)] })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  const host = play.facilitator
  host.start()
  const write = (text: string, person = ann) => person.act({ type: 'add', text, colour: 'yellow' })
  const notes = () => {
    const content = play.see('host').step?.content
    if (content?.type !== 'whiteboard') throw new Error('the step is a whiteboard')
    return content.notes
  }
  const id = (index = 0) => notes().at(index)?.id ?? ''
  return { play, ann, bob, host, write, notes, id }
}

test('WB-1 a person has as many notes as the plan gives; a removed one makes room', () => {
  const { ann, write, notes, id } = board({ maxNotes: 2 })
  expect([write('one'), write('two')]).toEqual([null, null])
  expect(write('three')).toEqual({ code: 'no_room', params: { max: 2 } })
  ann.act({ type: 'remove', noteId: id(), base: 1 })
  expect(write('three')).toBeNull()
  expect(notes().map(({ text }) => text)).toEqual(['two', 'three'])
})

test('WB-1 a note is cleaned, not empty, and as long as the plan allows', () => {
  const { ann, write, notes, id } = board({ maxLength: 3 })
  expect(write(' 😀😀😀\n')).toBeNull()
  expect(notes()).toMatchObject([{ text: '😀😀😀' }])
  expect(write('😀😀😀😀')).toEqual({ code: 'too_large', params: { max: 3 } })
  expect(write('  ')).toEqual({ code: 'invalid_answer' })
  expect(ann.act({ type: 'edit', noteId: id(), base: 1, text: '\u0000' })).toEqual({ code: 'invalid_answer' })
})

test('WB-2 the id of a note stays, and depends on nobody else', () => {
  const alone = board()
  alone.write('mine')
  const crowded = board()
  crowded.write('first', crowded.bob)
  crowded.write('mine')
  crowded.ann.act({ type: 'edit', noteId: crowded.id(1), base: 1, text: 'still mine' })
  expect(crowded.id(1)).toBe(alone.id())
  crowded.ann.act({ type: 'remove', noteId: crowded.id(1), base: 2 })
  crowded.write('another')
  expect(crowded.id(1)).not.toBe(alone.id())
})

test('WB-2 ids are many, and one that is taken is not given again', () => {
  const free = () => false
  const ids = new Set(Array.from({ length: 20_000 }, (_, index) => noteIdOf(`person-${index % 100}`, index, free)))
  expect(ids.size).toBe(20_000)
  const first = noteIdOf('ann', 1, free)
  expect(noteIdOf('ann', 1, (id) => id === first)).not.toBe(first)
})

const touches = [
  ['edit', (noteId: string) => ({ type: 'edit', noteId, base: 1, text: 'new' }) as const],
  ['move', (noteId: string) => ({ type: 'move', noteId, place: { x: 1, y: 2 } }) as const],
  ['recolour', (noteId: string) => ({ type: 'recolour', noteId, colour: 'pink' }) as const],
  ['remove', (noteId: string) => ({ type: 'remove', noteId, base: 1 }) as const],
] as const

test.each(touches)(
  'WB-3 %s: people do it to their own notes, to all where the plan says so, facilitators to all',
  (_, act) => {
    for (const everyoneEdits of [false, true]) {
      const { ann, bob, host, write, id } = board({ everyoneEdits, notes: [{ text: 'planned' }] })
      write('hers')
      const strangers = everyoneEdits ? null : { code: 'unknown_note' }
      const hers = id(1)
      expect(bob.act(act(hers))).toEqual(strangers)
      expect(ann.act(act('plan-1'))).toEqual(strangers)
      write('hers again')
      expect(ann.act(act(id(-1)))).toBeNull()
      write('his', bob)
      expect(host.moderate(act(id(-1)))).toBeNull()
      expect(host.moderate(act('nowhere'))).toEqual({ code: 'unknown_note' })
    }
  },
)

test('WB-4 a note hangs where its writer puts it, else in a gap, and is moved', () => {
  const { ann, host, write, notes, id } = board({ notes: [{ text: 'planned', x: 10, y: 20 }] })
  ann.act({ type: 'add', text: 'there', colour: 'blue', place: { x: 0, y: 1_000 } })
  write('anywhere')
  expect(notes().slice(0, 2)).toMatchObject([
    { x: 10, y: 20 },
    { x: 0, y: 1_000 },
  ])
  expect(host.moderate({ type: 'move', noteId: id(2), place: { x: 7, y: 8 } })).toBeNull()
  expect(notes()[2]).toMatchObject({ x: 7, y: 8, revision: 1 })
})

test('WB-4 thirty notes that nobody places keep apart', () => {
  const { notes } = board({ notes: Array.from({ length: 30 }, (_, index) => ({ text: `${index}` })) })
  const distances = notes().flatMap((one, index) =>
    notes()
      .slice(index + 1)
      .map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  )
  expect(Math.min(...distances)).toBeGreaterThan(70)
})

const whoSees = [
  [{ results: 'live' }, 'open', { screen: true, participant: false }],
  [{ results: 'reveal' }, 'open', { screen: false, participant: false }],
  [{ results: 'reveal', everyoneEdits: true }, 'open', { screen: false, participant: true }],
  [{ results: 'reveal' }, 'revealed', { screen: true, participant: true }],
] as const

test.each(whoSees)('WB-5 %j, step %s: %j see the notes', (data, phase, sees) => {
  const { play, host, write } = board(data)
  write('seen')
  if (phase === 'revealed') host.reveal()
  for (const role of ['screen', 'participant'] as const) {
    expect(play.see(role).step?.content).toMatchObject({ notes: sees[role] ? [{ text: 'seen' }] : null })
  }
  expect(play.see('host').step?.content).toMatchObject({ notes: [{ text: 'seen' }] })
})

test('WB-5 names stand on notes only where the plan says so; the host always sees them', () => {
  for (const showNames of [true, false]) {
    const { play, host, write, notes } = board({ showNames, notes: [{ text: 'planned' }] })
    write('hers')
    host.moderate({ type: 'add', text: 'his', colour: 'green' })
    host.reveal()
    const names = showNames ? [null, 'Ann', 'Facilitator'] : [null, null, null]
    for (const role of ['screen', 'participant'] as const) {
      expect(play.see(role).step?.content).toMatchObject({ notes: names.map((name) => ({ name })) })
    }
    expect(notes().map(({ name }) => name)).toEqual([null, 'Ann', 'Facilitator'])
  }
})

test('WB-5 a person keeps what they wrote, and the report holds the board', () => {
  const { play, ann, host, write } = board()
  write('one')
  write('two')
  host.end()
  expect(ann.sees().me?.kept).toMatchObject([{ answer: ['one', 'two'], right: null }])
  const report = engine.report(play.state)
  expect(report.steps).toMatchObject([{ done: 1, content: { notes: [{ text: 'one' }, { text: 'two' }] } }])
  expect(report.people[1]?.answers).toMatchObject([{ answer: null }])
})

test('WB-6 writing names the version it is about; there is none from the future', () => {
  const { play, ann, write, notes, id } = board()
  write('one')
  expect(ann.act({ type: 'edit', noteId: id(), base: 1, text: 'two' })).toBeNull()
  expect(notes()).toMatchObject([{ text: 'two', revision: 2 }])
  expect(ann.act({ type: 'edit', noteId: id(), base: 3, text: 'three' })).toEqual({ code: 'invalid_answer' })
  expect(ann.act({ type: 'remove', noteId: id(), base: 3 })).toEqual({ code: 'invalid_answer' })
  const rows = play.log.length
  for (const same of [
    { type: 'edit', noteId: id(), base: 1, text: ' two ' },
    { type: 'recolour', noteId: id(), colour: 'yellow' },
    { type: 'move', noteId: id(), place: { x: notes()[0]?.x ?? 0, y: notes()[0]?.y ?? 0 } },
  ] as const) {
    expect(ann.act(same)).toBeNull()
  }
  expect(play.log).toHaveLength(rows)
})

test('WB-7 whoever has a note on the board is done, and sees what becomes of it', () => {
  const { play, ann, host, write, id } = board()
  write('rude')
  expect(play.see('screen').done).toBe(1)
  host.moderate({ type: 'edit', noteId: id(), base: 1, text: 'kind' })
  expect(ann.sees().me?.step).toMatchObject({ notes: [{ text: 'kind', revision: 2 }] })
  expect(play.log.slice(-1).map((row) => engine.affects(engine.readEvent(row)))).toEqual([['facilitator', ann.id]])
  host.moderate({ type: 'remove', noteId: id(), base: 2 })
  expect(ann.sees().me?.step).toMatchObject({ notes: [] })
  expect(play.see('screen').done).toBe(0)
})

describe('CF-3 two write on the same note', () => {
  const open = (play: ReturnType<typeof board>['play']) => play.see('host').conflicts

  function together() {
    const around = board({ everyoneEdits: true, notes: [{ text: 'Lunch at noon' }] })
    const edit = (text: string, base: number, person = around.ann) =>
      person.act({ type: 'edit', noteId: 'plan-1', base, text })
    const remove = (base: number, person = around.ann) => person.act({ type: 'remove', noteId: 'plan-1', base })
    return { ...around, edit, remove, texts: () => around.notes().map(({ text }) => text) }
  }

  test('CF-3 the earlier edit holds, the later one waits with both texts', () => {
    const { play, bob, edit, texts } = together()
    expect(edit('Lunch at one', 1)).toBeNull()
    expect(edit('Dinner', 1, bob)).toBeNull()
    expect(texts()).toEqual(['Lunch at one'])
    expect(open(play)).toMatchObject([
      { kind: 'changed', theirs: { by: 'Ann', what: 'Lunch at one' }, mine: { by: 'Bob', what: 'Dinner' } },
    ])
  })

  test.each([
    ['mine', ['Dinner']],
    ['theirs', ['Lunch at one']],
  ] as const)('CF-3 decided for %s the note says %j', (choice, expected) => {
    const { play, host, bob, edit, texts } = together()
    edit('Lunch at one', 1)
    edit('Dinner', 1, bob)
    host.decideConflict('1', choice)
    expect(texts()).toEqual(expected)
    expect(open(play)).toEqual([])
  })

  test('CF-3 an edit of a note that somebody else removed waits, and "mine" brings the note back', () => {
    const { play, host, bob, edit, remove, texts } = together()
    remove(1)
    expect(edit('Dinner', 1, bob)).toBeNull()
    expect(open(play)).toMatchObject([
      { kind: 'gone', theirs: { by: 'Ann', what: null }, mine: { by: 'Bob', what: 'Dinner' } },
    ])
    expect(texts()).toEqual([])
    host.decideConflict('1', 'mine')
    expect(texts()).toEqual(['Dinner'])
  })

  test('CF-3 removing a note on which somebody else has just written waits, and "mine" removes it', () => {
    const { play, host, bob, edit, remove, texts } = together()
    edit('Lunch at one', 1)
    expect(remove(1, bob)).toBeNull()
    expect(open(play)).toMatchObject([{ kind: 'changed', theirs: { what: 'Lunch at one' }, mine: { what: null } }])
    expect(texts()).toEqual(['Lunch at one'])
    host.decideConflict('1', 'mine')
    expect(texts()).toEqual([])
  })

  test('CF-3 who read the newer version first is in no conflict, nor is who wrote it', () => {
    const { play, bob, edit, texts } = together()
    edit('Lunch at one', 1)
    expect(edit('Dinner', 2, bob)).toBeNull()
    expect(edit('Late dinner', 1, bob)).toBeNull()
    expect(texts()).toEqual(['Late dinner'])
    expect(open(play)).toEqual([])
  })

  test('CF-3 removed twice is removed; an edit after one removed it oneself is refused', () => {
    const { play, ann, bob, edit, remove } = together()
    remove(1)
    expect(remove(1, bob)).toBeNull()
    expect(ann.act({ type: 'edit', noteId: 'plan-1', base: 1, text: 'No, wait' })).toEqual({ code: 'unknown_note' })
    expect(edit('Other', 1, bob)).toBeNull()
    expect(open(play)).toHaveLength(1)
  })

  test('CF-3 a facilitator and a participant are two people as well', () => {
    const { play, ann, host, write, id } = board()
    write('hers')
    host.moderate({ type: 'edit', noteId: id(), base: 1, text: 'tidied' })
    expect(ann.act({ type: 'edit', noteId: id(), base: 1, text: 'hers, longer' })).toBeNull()
    expect(open(play)).toMatchObject([{ theirs: { by: 'Facilitator' }, mine: { by: 'Ann' } }])
    expect(host.decideConflict('1', 'mine')).toBeNull()
    expect(ann.sees().me?.step).toMatchObject({ notes: [{ text: 'hers, longer' }] })
  })

  test('CF-3 of two places and of two colours the last one holds', () => {
    const { play, ann, bob, notes } = together()
    ann.act({ type: 'move', noteId: 'plan-1', place: { x: 1, y: 1 } })
    bob.act({ type: 'move', noteId: 'plan-1', place: { x: 2, y: 2 } })
    ann.act({ type: 'recolour', noteId: 'plan-1', colour: 'pink' })
    bob.act({ type: 'recolour', noteId: 'plan-1', colour: 'blue' })
    expect(notes()).toMatchObject([{ x: 2, y: 2, colour: 'blue', revision: 1 }])
    expect(open(play)).toEqual([])
  })
})
