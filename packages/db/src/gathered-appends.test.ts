import { expect, test } from 'vitest'
import { type Append, readyToWrite } from './append.ts'
import type { AppendResult } from './event-log.ts'
import { gatheredAppends } from './gathered-appends.ts'

const progress = { status: 'active', startedAt: 1, completedAt: null }

const anAppend = (sessionId: string, count = 1): Append =>
  readyToWrite(
    sessionId,
    0,
    Array.from({ length: count }, (_, index) => ({
      version: index + 1,
      commandId: null,
      userId: 'ann',
      nodeId: '',
      actionType: 'noted',
      actionData: {},
      at: 1,
    })),
    progress,
  )

/** A log whose statements end when they are told to. */
function slowLog() {
  const statements: {
    readonly sessions: string[]
    end(results: Record<string, AppendResult>): void
    fail(error: Error): void
  }[] = []
  const alone: string[] = []
  const append = gatheredAppends({
    together: (appends) =>
      new Promise((resolve, reject) => {
        statements.push({
          sessions: appends.map(({ sessionId }) => sessionId),
          end: (results) => resolve(new Map(Object.entries(results))),
          fail: reject,
        })
      }),
    alone: async ({ sessionId }) => {
      alone.push(sessionId)
      return { ok: false, reason: 'duplicate_command' }
    },
    isOfOne: (error) => (error as Error).message === 'of one',
  })
  const sessions = () => statements.map((statement) => statement.sessions)
  return { statements, sessions, alone, append }
}

const written: AppendResult = { ok: true, version: 1 }
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('two statements are under way at most, and what comes meanwhile is the next', async () => {
  const { statements, sessions, append } = slowLog()
  const results = ['a', 'b', 'c', 'd', 'e'].map((id) => append(anAppend(id)))
  expect(sessions()).toEqual([['a'], ['b']])
  statements[1]?.end({ b: written })
  await turn()
  expect(sessions()).toEqual([['a'], ['b'], ['c', 'd', 'e']])
  statements[0]?.end({ a: written })
  statements[2]?.end({ c: written, d: { ok: false, reason: 'conflict' }, e: written })
  expect((await Promise.all(results)).map((result) => result.ok)).toEqual([true, true, true, false, true])
})

test('a session stands in a statement once, the next of it comes after', async () => {
  const { statements, sessions, append } = slowLog()
  for (const id of ['x', 'y', 'a', 'b', 'a', 'c', 'a']) void append(anAppend(id))
  statements[0]?.end({ x: written })
  await turn()
  statements[1]?.end({ y: written })
  await turn()
  expect(sessions()).toEqual([['x'], ['y'], ['a', 'b', 'c'], ['a']])
})

test('a statement carries so many sessions and so many actions, but a large append is never left behind', async () => {
  const { statements, sessions, append } = slowLog()
  for (const id of ['x', 'y']) void append(anAppend(id))
  for (let index = 0; index < 70; index++) void append(anAppend(`small ${index}`))
  void append(anAppend('large', 5_000))
  void append(anAppend('after'))
  statements[0]?.end({ x: written })
  await turn()
  statements[1]?.end({ y: written })
  await turn()
  statements[2]?.end({})
  await turn()
  expect(sessions().map((each) => each.length)).toEqual([1, 1, 64, 7, 1])
  expect(sessions()[3]?.at(-1)).toBe('after')
  expect(sessions()[4]).toEqual(['large'])
})

test('what a statement is not certain of goes alone', async () => {
  const { statements, alone, append } = slowLog()
  const result = append(anAppend('a'))
  statements[0]?.end({})
  expect(await result).toEqual({ ok: false, reason: 'duplicate_command' })
  expect(alone).toEqual(['a'])
})

test('a failure that one of them may have caused is found out one by one, any other is everybody’s', async () => {
  const { statements, alone, append } = slowLog()
  const of = [append(anAppend('a')), append(anAppend('b')), append(anAppend('c')), append(anAppend('d'))]
  const outcomes = Promise.allSettled(of)
  statements[0]?.fail(new Error('cut off'))
  await turn()
  statements[2]?.fail(new Error('of one'))
  statements[1]?.end({ b: written })
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(alone).toEqual(['c', 'd'])
})
