import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { closeCodes, maxFrameBytes } from '@humuus/api/wire'
import { type Client, connect, newDevice, rejectionOf } from '@humuus/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { file, type Hosted, openWorld, vote, type World } from './testing/world.ts'

let world: World
let hosted: Hosted
let ann: Client

beforeAll(async () => {
  world = await openWorld()
  hosted = await world.hosted()
  ann = await world.person()
  await ann.join(hosted.code, 'Ann')
  await hosted.command({ type: 'start' })
})
afterAll(() => world[Symbol.asyncDispose]())

const codeOf = (error: unknown) => rejectionOf(error)?.code

describe('joining', () => {
  test('an unknown code', async () => {
    const code = hosted.code === '000000' ? '000001' : '000000'
    await expect(ann.trpc.sessions.lookup.query({ code }).catch(codeOf)).resolves.toBe('unknown_code')
  })

  test('a code that is none', async () => {
    await expect(ann.trpc.sessions.lookup.query({ code: '12345x' }).catch(codeOf)).resolves.toBe('malformed')
  })

  test.each([
    ['', 'name_empty'],
    ['   ', 'name_empty'],
    ['x'.repeat(41), 'name_too_long'],
    ['a\u0007b', 'name_characters'],
    ['\u202egnp.exe', 'name_characters'],
    ['\ud800', 'name_characters'],
  ])('the name %j', async (name, code) => {
    const ben = await world.person()
    expect(await ben.join(hosted.code, name)).toMatchObject({ ok: false, rejection: { code } })
  })

  test('a full session', async () => {
    const full = await world.hosted({ ...file, settings: { maxParticipants: 1 } })
    await ann.join(full.code, 'Ann')
    const ben = await world.person()
    expect(await ben.join(full.code, 'Ben')).toMatchObject({ rejection: { code: 'session_full', params: { max: 1 } } })
  })

  test('somebody who was removed, with and without return', async () => {
    const ben = await world.person()
    await ben.join(hosted.code, 'Ben')
    await hosted.command({ type: 'kick', participantId: ben.userId, mayReturn: false })
    expect(await ben.join(hosted.code, 'Ben')).toMatchObject({ rejection: { code: 'kicked' } })
    expect(await ben.send(hosted.sessionId, vote(0))).toMatchObject({ rejection: { code: 'kicked' } })
    await hosted.command({ type: 'readmit', participantId: ben.userId })
    expect(await ben.join(hosted.code, 'Ben')).toMatchObject({ ok: true })
  })
})

describe('commands', () => {
  test('for a step that is not open', async () => {
    const early = { type: 'act', nodeId: 'sum', node: 'quiz', act: { type: 'answer', choice: [0] } } as const
    const result = await ann.send(hosted.sessionId, { ...early, act: { type: 'answer', choice: [0] } })
    expect(result).toMatchObject({ rejection: { code: 'step_not_open' } })
  })

  test('from somebody of another session', async () => {
    const other = await world.hosted()
    expect(await other.host.send(hosted.sessionId, { type: 'end' })).toMatchObject({
      rejection: { code: 'not_allowed' },
    })
    expect(await other.host.send(hosted.sessionId, vote(0))).toMatchObject({ rejection: { code: 'not_joined' } })
  })

  test('of a facilitator, from a participant', async () => {
    expect(await ann.send(hosted.sessionId, { type: 'end' })).toMatchObject({ rejection: { code: 'not_allowed' } })
  })

  test('of the system, from anybody', async () => {
    const command = { type: 'tick' } as never
    await expect(
      ann.trpc.sessions.command.mutate({ sessionId: hosted.sessionId, commandId: randomUUID(), command }).catch(codeOf),
    ).resolves.toBe('malformed')
    await expect(ann.trpc.internal.tick.mutate({ sessionId: hosted.sessionId }).catch(codeOf)).resolves.toBe(
      'not_allowed',
    )
  })

  test('for a session that does not exist', async () => {
    expect(await ann.send(randomUUID(), vote(0))).toMatchObject({ rejection: { code: 'unknown_session' } })
  })

  test('a hundred in a second: some are told to slow down, nobody else notices', async () => {
    const ben = await world.person()
    await ben.join(hosted.code, 'Benno')
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        ben.trpc.sessions.command.mutate({
          sessionId: hosted.sessionId,
          commandId: randomUUID(),
          command: vote(index % 2),
        }),
      ),
    )
    const slowed = results.filter((result) => !result.ok && result.rejection.code === 'slow_down')
    expect(slowed.length).toBeGreaterThan(40)
    expect(await ann.send(hosted.sessionId, vote(1))).toMatchObject({ ok: true })
  })
})

describe('looking', () => {
  test.each(['host', 'screen'] as const)('a participant may not see the %s’s view', async (role) => {
    const view = ann.watch({ sessionId: hosted.sessionId, role })
    await expect(view.until(() => true, 5_000)).rejects.toThrow()
    expect(view.rejection).toEqual({ code: 'not_allowed' })
  })

  test('who has not joined sees nothing', async () => {
    const view = hosted.host.watch({ sessionId: hosted.sessionId, role: 'participant' })
    await expect(view.until(() => true, 5_000)).rejects.toThrow()
    expect(view.rejection).toEqual({ code: 'not_joined' })
  })

  test('the report and the screen’s key are the facilitator’s', async () => {
    await expect(ann.trpc.sessions.report.query({ sessionId: hosted.sessionId }).catch(codeOf)).resolves.toBe(
      'not_allowed',
    )
    expect((await ann.trpc.sessions.get.query({ sessionId: hosted.sessionId })).screenKey).toBeNull()
  })

  test('somebody else’s workshop looks as if it did not exist', async () => {
    const made = await hosted.host.trpc.workshops.create.mutate({ file })
    const id = made.ok ? made.id : ''
    await expect(ann.trpc.workshops.get.query({ id }).catch(codeOf)).resolves.toBe('unknown_workshop')
  })
})

describe('devices', () => {
  test('another secret for a known device is refused', async () => {
    const device = { ...ann.device, secret: newDevice().secret }
    await expect(connect({ url: world.server.url, device }).catch(codeOf)).resolves.toBe('not_allowed')
  })

  test('without signing in nothing can be done', async () => {
    const response = await fetch(`${world.server.url}/trpc/workshops.list`)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { data: { rejection: { code: 'signed_out' } } } })
  })

  test('a browser gets its token in a cookie that scripts cannot read', async () => {
    const device = { deviceId: randomUUID(), secret: randomBytes(32).toString('base64url') }
    const response = await fetch(`${world.server.url}/trpc/auth.device`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(device),
    })
    expect(response.headers.get('set-cookie')).toMatch(/^humuus_token=.*HttpOnly.*SameSite=Lax/)
    expect(await response.json()).toMatchObject({ result: { data: { token: null } } })
  })
})

describe('the wire', () => {
  const open = async (headers: Record<string, string> = {}) => {
    const socket = new WebSocket(`${world.server.url.replace('http', 'ws')}/trpc`, { headers })
    socket.on('error', () => {})
    await once(socket, 'open')
    return socket
  }

  test('a frame over 64 KB closes its socket and no other', async () => {
    const socket = await open()
    socket.send('x'.repeat(maxFrameBytes + 1))
    const [code] = await once(socket, 'close')
    expect(code).toBe(1009)
    expect(await ann.send(hosted.sessionId, vote(0))).toMatchObject({ ok: true })
  })

  test('what is no JSON is answered with an error and harms nobody', async () => {
    const socket = await open()
    socket.send('{"id":1,')
    const [answer] = await once(socket, 'message')
    expect(JSON.parse(String(answer))).toMatchObject({ error: { data: { rejection: { code: 'malformed' } } } })
    socket.close()
  })

  test('a flood of messages closes its socket with a reason', async () => {
    const socket = await open()
    for (let index = 0; index < 500; index++) socket.send('PING')
    const [code, reason] = await once(socket, 'close')
    expect([code, String(reason)]).toEqual([closeCodes.slowDown, 'slow_down'])
  })

  test('a socket opened by another site’s page is refused', async () => {
    const socket = new WebSocket(`${world.server.url.replace('http', 'ws')}/trpc`, {
      headers: { origin: 'https://evil.example' },
    })
    const [error] = await once(socket, 'error')
    expect(String(error)).toContain('401')
  })

  test('a client of another protocol version is told to reload', async () => {
    const response = await fetch(`${world.server.url}/trpc/auth.me`, { headers: { 'x-humuus-wire': '999' } })
    expect(await response.json()).toMatchObject({ error: { data: { rejection: { code: 'outdated_client' } } } })
  })

  test.each([
    ['broken JSON', '{"deviceId":', 'malformed'],
    ['the wrong shape', '{"deviceId":1}', 'malformed'],
    ['a body over 1 MB', JSON.stringify({ file: 'x'.repeat(1_100_000) }), 'too_large'],
  ])('HTTP with %s', async (_, body, code) => {
    const response = await fetch(`${world.server.url}/trpc/auth.device`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.json()).toMatchObject({ error: { data: { rejection: { code } } } })
  })
})

test('a workshop file with mistakes is refused with the place of each', async () => {
  const result = await ann.trpc.workshops.create.mutate({
    file: { ...file, nodes: [{ id: 'q', type: 'quiz', data: { text: '?', options: [{ text: 'a' }, { txt: 'b' }] } }] },
  })
  expect(result).toMatchObject({ ok: false })
  expect(result.ok ? [] : result.issues.map(({ path }) => path)).toContain('nodes.0.data.options.1')
})
