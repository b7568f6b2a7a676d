import { randomUUID } from 'node:crypto'
import type { Viewer } from '@humuus/api'
import { memoryEventLog } from '@humuus/db'
import { engine, type FileNews, type HumuusCommand } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { Neighbours } from './neighbours.ts'
import { LiveRooms } from './rooms.ts'

const plan = engine.plan.parse({
  format: 'humuus/1',
  title: 'Drawings',
  nodes: [
    { id: 'show', type: 'upload', data: { text: 'Show what you drew', maxFiles: 1 } },
    { id: 'end', type: 'end', data: {} },
  ],
})

const ann: Viewer = { role: 'participant', userId: 'ann' }
const host: Viewer = { role: 'host', userId: 'hal' }
const screen: Viewer = { role: 'screen' }
const received: FileNews = { is: 'received', kind: 'picture' }
const ready: FileNews = { is: 'ready', kind: 'picture', isScanned: true, hasPreview: true }

/** A running session on two servers over one log; Ann is in. */
async function drawing() {
  const log = memoryEventLog()
  const sessionId = randomUUID()
  log.addSession(sessionId)
  const initial = engine.initial({ plan, facilitator: { id: 'hal', name: 'Hal' } })
  const server = () =>
    new LiveRooms({
      log,
      now: Date.now,
      start: async (id) => (id === sessionId ? initial : null),
      schedule: () => {},
      written: () => {},
      neighbours: new Neighbours({ beat: async () => {}, alive: async () => new Set() }),
      books: { addDuplicates: async () => {}, addShown: async () => {} },
      onError: (error) => {
        throw error
      },
    })
  const [here, there] = [server(), server()]
  const send = (userId: string, command: HumuusCommand) =>
    here.submit(sessionId, { commandId: randomUUID(), userId, command, givenAt: null })
  await send('hal', { type: 'open_lobby' })
  await send('ann', { type: 'join', name: 'Ann' })
  return {
    sessionId,
    here,
    there,
    send,
    start: () => send('hal', { type: 'start' }),
    end: () => send('hal', { type: 'end' }),
    tell: (news: FileNews, fileId = 'a') => here.fileNews(sessionId, { nodeId: 'show', fileId, userId: 'ann', news }),
    sees: async (rooms: LiveRooms, viewer: Viewer) => [...(await rooms.filesSeen(sessionId, viewer, ['a', 'none']))],
    [Symbol.asyncDispose]: async () => {
      await Promise.all([here.stop(), there.stop()])
    },
  }
}

test('a file may be begun while its step is open, also where another server opened it a moment ago', async () => {
  await using bench = await drawing()
  const may = (rooms: LiveRooms, userId = 'ann') => rooms.uploadRules(bench.sessionId, userId, 'show')
  expect(await may(bench.there)).toEqual({ ok: false, rejection: { code: 'step_not_open' } })
  await bench.start()
  expect(await may(bench.there)).toEqual({ ok: true, kinds: ['picture', 'audio', 'document'], left: 1 })
  expect(await may(bench.here, 'bob')).toEqual({ ok: false, rejection: { code: 'not_joined' } })
  await bench.tell(received)
  expect(await may(bench.here)).toEqual({ ok: false, rejection: { code: 'no_room', params: { max: 1 } } })
  expect(await bench.here.uploadRules(randomUUID(), 'ann', 'show')).toMatchObject({
    rejection: { code: 'unknown_session' },
  })
})

test('a file is seen by those who may, as soon as it is ready, on every server', async () => {
  await using bench = await drawing()
  await bench.start()
  await bench.tell(received)
  expect(await bench.sees(bench.there, host)).toEqual([])
  await bench.tell(ready)
  expect(await Promise.all([host, screen, ann].map((viewer) => bench.sees(bench.there, viewer)))).toEqual([
    ['a'],
    ['a'],
    ['a'],
  ])
  expect(await bench.sees(bench.here, { role: 'participant', userId: 'bob' })).toEqual([])
  await bench.send('hal', { type: 'kick', participantId: 'ann', mayReturn: false })
  expect(await bench.sees(bench.here, ann)).toEqual([])
})

test('what became of a file is in the log once, also when the session is over', async () => {
  await using bench = await drawing()
  await bench.start()
  await bench.end()
  const first = await bench.tell(ready)
  expect(first).toMatchObject({ ok: true })
  expect(await bench.tell(ready)).toEqual(first)
  const report = await bench.there.report(bench.sessionId)
  expect(report.steps[0]).toMatchObject({ nodeId: 'show', content: { files: [{ id: 'a', name: 'Ann' }] } })
  expect(await bench.here.fileNews(randomUUID(), { nodeId: 'show', fileId: 'a', userId: 'ann', news: ready })).toEqual({
    ok: false,
    rejection: { code: 'unknown_session' },
  })
})
