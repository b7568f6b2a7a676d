import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileNews } from '../../file-news.ts'
import { engine, type HumuusViews, type Role } from '../../index.ts'
import { playWorkshop, steps } from '../../testing/index.ts'
import { same } from '../../testing/laws/same.ts'
import { recountActs, recountEvents } from '../../testing/recount/recount.ts'

type Data = Parameters<typeof steps.upload>[0]
type Somebody = { readonly id: string }

const received: FileNews = { is: 'received', kind: 'picture' }
const ready: FileNews = { is: 'ready', kind: 'picture', isScanned: true, hasPreview: true, width: 40, height: 30 }

function wall(data: Data = {}, around: Parameters<typeof steps.upload>[1] = {}) {
  const play = playWorkshop({ nodes: [steps.upload(data, around), steps.poll(), steps.end()] })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  const host = play.facilitator
  host.start()
  const news = (fileId: string, what: FileNews, { id }: Somebody = ann, nodeId = 'upload-1') =>
    play.send({ kind: 'system' }, { type: 'file', nodeId, fileId, userId: id, news: what })
  const give = (fileId: string, who: Somebody = ann) => [news(fileId, received, who), news(fileId, ready, who)]
  const content = <R extends Role>(role: R) => {
    const shown = play.see(role).step?.content
    if (shown?.type !== 'upload') throw new Error('the step is an upload')
    return shown as Extract<NonNullable<HumuusViews[R]['step']>['content'], { type: 'upload' }>
  }
  const onScreen = () => content('screen').files?.map(({ id }) => id) ?? null
  const rules = (who: Somebody = ann) =>
    engine.fileRules(play.state, { userId: who.id, nodeId: 'upload-1', now: play.now })
  return { play, ann, bob, host, news, give, content, onScreen, rules }
}

test('UP-1 news is heard once, in any phase of the step, and after the end', () => {
  const { play, host, ann, news, content } = wall()
  expect(news('a', received)).toBeNull()
  const rows = play.log.length
  expect(news('a', received)).toBeNull()
  expect(play.log).toHaveLength(rows)
  host.close()
  host.next()
  expect(news('a', ready)).toBeNull()
  expect(news('a', ready)).toBeNull()
  host.end()
  expect(news('b', received)).toBeNull()
  expect(news('b', { is: 'refused', why: 'file_infected' })).toBeNull()
  expect(play.log.filter(({ actionType }) => actionType.startsWith('upload.'))).toMatchObject([
    { userId: ann.id, actionType: 'upload.received' },
    { userId: ann.id, actionType: 'upload.ready' },
    { userId: ann.id, actionType: 'upload.received' },
    { userId: ann.id, actionType: 'upload.refused' },
  ])
  expect(content).toThrow()
  expect(engine.report(play.state).steps[0]?.content).toMatchObject({
    files: [
      { id: 'a', stage: 'shown' },
      { id: 'b', stage: 'refused', why: 'file_infected' },
    ],
  })
})

test('UP-1 a step that takes no files hears of none, and a file has one owner', () => {
  const { bob, ann, news } = wall()
  expect(news('a', received, ann, 'nowhere')).toEqual({ code: 'unknown_step' })
  expect(news('a', received, ann, 'poll-2')).toEqual({ code: 'wrong_step_type' })
  expect(news('a', received)).toBeNull()
  expect(news('a', ready, bob)).toEqual({ code: 'unknown_file' })
})

test('UP-1 what was removed does not come back, whatever is told late', () => {
  const { news, content, give, onScreen, play } = wall()
  give('a')
  expect(onScreen()).toEqual(['a'])
  news('a', { is: 'removed' })
  news('b', { is: 'removed' })
  const rows = play.log.length
  for (const late of [received, ready, { is: 'removed' } as const]) {
    expect([news('a', late), news('b', late)]).toEqual([null, null])
  }
  expect(play.log).toHaveLength(rows)
  expect([onScreen(), content('host').files]).toEqual([[], []])
})

test('UP-1 a file that is ready before it was said to be here is here', () => {
  const { news, onScreen, content } = wall()
  news('a', ready)
  expect(onScreen()).toEqual(['a'])
  news('a', { is: 'refused', why: 'file_infected' })
  expect(onScreen()).toEqual([])
  expect(content('host').files).toMatchObject([{ stage: 'refused', facts: null }])
})

test('UP-2 what is not ready changes nothing for anybody but its owner and the host', () => {
  const fileId = fc.constantFrom('a', 'b')
  const unready = fc.constantFrom<FileNews[]>(received, { is: 'refused', why: 'file_infected' }, { is: 'removed' })
  const config = fc.record({
    results: fc.constantFrom('live' as const, 'reveal' as const),
    votes: fc.constantFrom(0, 2),
  })
  const seen = ({ play, bob }: ReturnType<typeof wall>) => [play.see('participant'), play.see('screen'), bob.sees()]
  fc.assert(
    fc.property(config, fc.array(fc.tuple(fileId, unready)), fc.boolean(), (data, all, isRevealed) => {
      const one = wall(data)
      if (isRevealed) one.host.reveal()
      const before = seen(one)
      for (const [id, what] of all) one.news(id, what)
      return same(before, seen(one))
    }),
  )
})

test('UP-2 whoever has a file that is ready is done, and a step may close then', () => {
  const { play, bob, news, give } = wall({}, { closeWhenAllDone: true })
  news('a', received)
  expect(play.see('screen').done).toBe(0)
  news('a', ready)
  expect(play.see('screen').done).toBe(1)
  give('b', bob)
  expect(play.see('screen').step?.phase).toBe('closed')
})

test('UP-3 a person may give as many files as the plan allows, without those refused or removed', () => {
  const { bob, news, give, rules } = wall({ maxFiles: 2, accepts: ['picture', 'audio'] })
  expect(rules()).toEqual({ ok: true, kinds: ['picture', 'audio'], left: 2 })
  news('a', received)
  give('b')
  expect(rules()).toEqual({ ok: false, rejection: { code: 'no_room', params: { max: 2 } } })
  expect(rules(bob)).toMatchObject({ left: 2 })
  news('a', { is: 'refused', why: 'file_unreadable' })
  expect(rules()).toMatchObject({ left: 1 })
  news('b', { is: 'removed' })
  expect(rules()).toMatchObject({ left: 2 })
})

test('UP-3 a file is begun when an answer could be given', () => {
  const { play, ann, host, rules } = wall({ answerSeconds: 30 })
  const code = (who?: Somebody, nodeId = 'upload-1') => {
    const judged = engine.fileRules(play.state, { userId: (who ?? ann).id, nodeId, now: play.now })
    return judged.ok ? null : judged.rejection.code
  }
  expect([code(), code({ id: 'nobody' }), code(ann, 'nowhere'), code(ann, 'poll-2')]).toEqual([
    null,
    'not_joined',
    'unknown_step',
    'wrong_step_type',
  ])
  host.pause()
  expect(code()).toBe('paused')
  host.resume()
  play.sleep(31)
  expect(code()).toBe('step_closed')
  host.extend(null)
  expect(rules().ok).toBe(true)
  host.kick(ann)
  expect(code()).toBe('kicked')
  host.end()
  host.readmit(ann)
  expect(code(play.facilitator)).toBe('not_joined')
})

test('UP-4 files hang at once, and may be hidden', () => {
  const { host, give, news, onScreen, content } = wall()
  news('a', received)
  give('b')
  news('a', ready)
  expect(onScreen()).toEqual(['b', 'a'])
  expect(host.moderate({ type: 'hide', fileId: 'b' })).toBeNull()
  expect(onScreen()).toEqual(['a'])
  expect(host.moderate({ type: 'show', fileId: 'b' })).toBeNull()
  expect(onScreen()).toEqual(['a', 'b'])
  news('c', received)
  expect(host.moderate({ type: 'hide', fileId: 'c' })).toEqual({ code: 'unknown_file' })
  expect(content('host').files).toMatchObject([{ id: 'a' }, { id: 'b' }, { id: 'c', stage: 'checking' }])
})

test('UP-4 where files are looked at first, none hangs before, and new words are looked at again', () => {
  const { play, ann, host, give, onScreen, content } = wall({ moderation: 'before' })
  give('a')
  expect(onScreen()).toEqual([])
  expect(content('host').files).toMatchObject([{ stage: 'waiting' }])
  host.moderate({ type: 'show', fileId: 'a' })
  const rows = play.log.length
  expect(host.moderate({ type: 'show', fileId: 'a' })).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(onScreen()).toEqual(['a'])
  ann.act({ type: 'caption', fileId: 'a', text: 'Something else' })
  expect(onScreen()).toEqual([])
  host.moderate({ type: 'hide', fileId: 'a' })
  ann.act({ type: 'caption', fileId: 'a', text: 'Something nicer' })
  expect(content('host').files).toMatchObject([{ stage: 'hidden' }])
})

const whoSees = [
  [{ results: 'live' }, 'open', { screen: true, participant: false }],
  [{ results: 'reveal' }, 'open', { screen: false, participant: false }],
  [{ results: 'reveal', votes: 1 }, 'open', { screen: false, participant: true }],
  [{ results: 'reveal' }, 'revealed', { screen: true, participant: true }],
] as const

test.each(whoSees)('UP-5 %j, step %s: %j see the wall', (data, phase, sees) => {
  const { host, ann, give, content } = wall(data)
  give('a')
  if (phase === 'revealed') host.reveal()
  for (const role of ['screen', 'participant'] as const) {
    expect(content(role)).toMatchObject({ files: sees[role] ? [{ id: 'a' }] : null })
  }
  const stage = sees.screen || sees.participant ? 'shown' : 'kept'
  expect(ann.sees().me?.step).toMatchObject({ files: [{ id: 'a', stage }] })
})

test('UP-5 names stand beside files only where the plan says so; the host always sees them', () => {
  for (const showNames of [true, false]) {
    const { host, give, content } = wall({ showNames })
    give('a')
    host.reveal()
    for (const role of ['screen', 'participant'] as const) {
      expect(content(role).files).toMatchObject([{ name: showNames ? 'Ann' : null }])
    }
    expect(content('host').files).toMatchObject([{ name: 'Ann' }])
  }
})

test('UP-6 people say something about their own files, and take it back', () => {
  const { play, ann, bob, give, content } = wall()
  const say = (text: string, who = ann, fileId = 'a') => who.act({ type: 'caption', fileId, text })
  give('a')
  expect(say(' Our\u0000 plan ')).toBeNull()
  expect(content('screen').files).toMatchObject([{ caption: 'Our plan' }])
  const rows = play.log.length
  expect(say('Our plan')).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(say('x'.repeat(141))).toEqual({ code: 'too_large', params: { max: 140 } })
  expect([say('His', bob), say('None', ann, 'nothing')]).toEqual([{ code: 'unknown_file' }, { code: 'unknown_file' }])
  expect(say('')).toBeNull()
  expect(ann.sees().me?.step).toMatchObject({ files: [{ caption: '' }] })
})

test('UP-6 where the plan wants no words, none are taken', () => {
  const { ann, give } = wall({ captions: false })
  give('a')
  expect(ann.act({ type: 'caption', fileId: 'a', text: 'Hi' })).toEqual({ code: 'invalid_answer' })
})

test('UP-7 people vote for what others gave, as often as the plan gives, and take it back', () => {
  const { play, ann, bob, give, content } = wall({ votes: 1 })
  const vote = (fileId: string, on = true, who = bob) => who.act({ type: 'vote', fileId, on })
  give('a')
  give('b')
  give('his', bob)
  expect(vote('a')).toBeNull()
  const rows = play.log.length
  expect([vote('a'), vote('b', false)]).toEqual([null, null])
  expect(play.log).toHaveLength(rows)
  expect(vote('b')).toEqual({ code: 'no_room', params: { max: 1 } })
  expect([vote('his'), vote('nothing')]).toEqual([{ code: 'invalid_answer' }, { code: 'unknown_file' }])
  expect(vote('his', true, ann)).toBeNull()
  expect(vote('a', false)).toBeNull()
  expect(vote('b')).toBeNull()
  expect(content('host').files).toMatchObject([
    { id: 'a', votes: 0 },
    { id: 'b', votes: 1 },
    { id: 'his', votes: 1 },
  ])
  expect(bob.sees().me?.step).toMatchObject({ votes: ['b'] })
})

test('UP-7 sums are seen by the host, on the screen with the wall, on phones with the reveal', () => {
  const { bob, host, give, content } = wall({ votes: 2 })
  give('a')
  bob.act({ type: 'vote', fileId: 'a', on: true })
  expect(content('participant').files).toMatchObject([{ votes: null }])
  expect(content('screen').files).toMatchObject([{ votes: 1 }])
  host.reveal()
  expect(content('participant').files).toMatchObject([{ votes: 1 }])
})

test('UP-7 a vote rests while its file does not hang', () => {
  const { bob, host, give, content } = wall({ votes: 1 })
  give('a')
  give('b')
  bob.act({ type: 'vote', fileId: 'a', on: true })
  host.moderate({ type: 'hide', fileId: 'a' })
  expect(bob.act({ type: 'vote', fileId: 'b', on: true })).toBeNull()
  host.moderate({ type: 'show', fileId: 'a' })
  expect(content('host').files).toMatchObject([{ votes: 1 }, { votes: 1 }])
})

test('UP-8 one file is large, until another is or it no longer hangs', () => {
  const { host, give, news, content } = wall()
  const large = (fileId: string | null) => host.moderate({ type: 'highlight', fileId })
  give('a')
  give('b')
  expect([large('a'), large('b'), large('nothing')]).toEqual([null, null, { code: 'unknown_file' }])
  expect(content('screen').highlighted).toBe('b')
  host.moderate({ type: 'hide', fileId: 'b' })
  expect(content('screen').highlighted).toBeNull()
  large('a')
  large(null)
  expect(content('host').highlighted).toBeNull()
  large('a')
  news('a', { is: 'removed' })
  expect(content('screen').highlighted).toBeNull()
})

test('UP-8 what is large shows with the wall', () => {
  const { host, give, content } = wall({ results: 'reveal' })
  give('a')
  host.moderate({ type: 'highlight', fileId: 'a' })
  expect(content('screen').highlighted).toBeNull()
  host.reveal()
  expect(content('screen').highlighted).toBe('a')
})

test('UP-9 who may look at a file', () => {
  const { play, ann, bob, host, news, give } = wall({ results: 'reveal' })
  const sees = (fileId = 'a') =>
    (['host', 'screen', { participantId: ann.id }, { participantId: bob.id }] as const).map((viewer) =>
      engine.seesFile(play.state, viewer, fileId),
    )
  news('a', received)
  expect(sees()).toEqual([false, false, false, false])
  news('a', ready)
  expect(sees()).toEqual([true, false, true, false])
  host.reveal()
  expect(sees()).toEqual([true, true, true, true])
  host.moderate({ type: 'hide', fileId: 'a' })
  expect(sees()).toEqual([true, false, true, false])
  news('a', { is: 'removed' })
  expect(sees()).toEqual([false, false, false, false])
  give('b', bob)
  host.next()
  expect(sees('b')).toEqual([true, true, true, true])
  expect(sees('nothing')).toEqual([false, false, false, false])
})

test('UP-10 a person keeps what they gave, and the report holds all of it', () => {
  const { play, ann, host, news, give } = wall()
  give('a')
  news('b', received)
  news('c', received)
  news('c', { is: 'refused', why: 'file_type' })
  ann.act({ type: 'caption', fileId: 'a', text: 'Our plan' })
  host.end()
  expect(ann.sees().me?.kept).toMatchObject([
    { answer: ['Our plan', 'picture'], files: [{ id: 'a', kind: 'picture', caption: 'Our plan' }, { id: 'b' }] },
  ])
  expect(engine.report(play.state).people[1]?.answers).toMatchObject([{ answer: null, files: [] }])
})

test('UP-10 a report with a file too many is found by the log; from receipts nothing is due', () => {
  const { play, give, ann } = wall()
  give('a')
  const events = play.log.map((row) => engine.readEvent(row))
  const due = recountEvents(play.plan, events, (id) => (id === ann.id ? 'Ann' : ''))
  expect(due[0]).toMatchObject({ nodeId: 'upload-1', content: { files: [{ id: 'a', name: 'Ann' }] } })
  const act = { by: ann.id, nodeId: 'upload-1', act: { type: 'caption', fileId: 'a', text: 'x' } }
  expect(recountActs(play.plan, [act], () => '').map(({ nodeId }) => nodeId)).toEqual(['poll-2'])
})

test.each(['a\0b', '\ud83d'])('E-2 news with an id that no database can hold is refused: %j', (id) => {
  const { news, ann } = wall()
  expect(news(id, received)).toEqual({ code: 'malformed' })
  expect(news('a', received, { id })).toEqual({ code: 'malformed' })
  expect(news('a', received, ann)).toBeNull()
})
