import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type LiveMessage, type LiveState, merge, wireVersion, wireVersionName } from '@humuus/api'
import { type Client, newDevice } from '@humuus/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newcomer } from '../testing/visitor.ts'
import { file, type Hosted, openWorld, vote, type World } from '../testing/world.ts'

let world: World
let hosted: Hosted
let ann: Person

beforeAll(async () => {
  world = await openWorld()
  hosted = await world.hosted()
  ann = await person('Ann')
  await hosted.command({ type: 'start' })
})
afterAll(() => world[Symbol.asyncDispose]())

interface Person {
  readonly client: Client
  readonly token: string
}

/** Somebody who has joined, and their token. */
async function person(name: string): Promise<Person> {
  const device = newDevice()
  const client = await world.person({ device })
  await client.join(hosted.code, name)
  return { client, token: await tokenOf(device) }
}

const tokenOf = async (device: ReturnType<typeof newDevice>): Promise<string> =>
  (await newcomer(world.server.url, device)).token ?? ''

/** By tRPC itself, or directly: what names its protocol goes the general way, and the answer names it, too. */
const ways = ['directly', 'by tRPC'] as const
type Way = (typeof ways)[number]

/** A connection of its own, without a library: what is said and heard is bytes. */
async function line(way: Way, token: string | null, params: Record<string, string> = {}) {
  const socket = new WebSocket(`${world.server.url.replace('http', 'ws')}/trpc?connectionParams=1`)
  const heard: string[] = []
  socket.on('message', (data) => heard.push(String(data).replace('"jsonrpc":"2.0",', '')))
  await once(socket, 'open')
  const said = { ...(token !== null && { token }), [wireVersionName]: String(wireVersion), ...params }
  socket.send(JSON.stringify({ method: 'connectionParams', data: said }))
  return {
    heard,
    socket,
    say: (request: object) =>
      socket.send(JSON.stringify(way === 'directly' ? request : { ...request, jsonrpc: '2.0' })),
    /** Resolves once so many messages were heard. */
    hears: (count: number) => expect.poll(() => heard.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(count),
    [Symbol.dispose]: () => socket.terminate(),
  }
}

type Line = Awaited<ReturnType<typeof line>>

/** What is heard either way, where everything else is the same. */
async function both(
  who: string | null | Person,
  play: (open: Line, way: Way) => Promise<unknown>,
  params?: Record<string, string>,
): Promise<{ directly: string[]; 'by tRPC': string[] }> {
  const heard = { directly: [] as string[], 'by tRPC': [] as string[] }
  for (const way of ways) {
    using open = await line(way, who !== null && typeof who === 'object' ? who.token : who, params)
    await play(open, way)
    heard[way] = [...open.heard]
  }
  return heard
}

const mutation = (path: string, input: unknown, id: number | string = 7) => ({
  id,
  method: 'mutation',
  params: { path, input },
})
const subscription = (input: unknown, id: number | string = 1, more: object = {}) => ({
  ...{ id, method: 'subscription' },
  params: { path: 'sessions.live', input, ...more },
})

test('a vote that counts is answered with the same bytes', async () => {
  const input = { sessionId: hosted.sessionId, commandId: randomUUID(), command: vote(0) }
  const { directly, 'by tRPC': byTrpc } = await both(ann, async ({ say, hears }) => {
    say(mutation('sessions.command', input))
    await hears(1)
  })
  expect(directly).toEqual([expect.stringMatching(/^\{"id":7,"result":\{"type":"data","data":\{"ok":true/)])
  expect(directly).toEqual(byTrpc)
})

test('what a device was told is kept with the same bytes, and refused so where somebody is no part of it', async () => {
  const report = { ledgerId: randomUUID(), issued: 1, waiting: 0, acknowledged: [randomUUID()], refused: [] }
  for (const [sessionId, said] of [
    [hosted.sessionId, '"kept":true'],
    [(await world.hosted(file)).sessionId, '"not_joined"'],
  ]) {
    const { directly, 'by tRPC': byTrpc } = await both(ann, async ({ say, hears }) => {
      say(mutation('sessions.reportReceipts', { sessionId, ...report }))
      await hears(1)
    })
    expect(directly).toEqual([expect.stringContaining(said ?? '')])
    expect(directly).toEqual(byTrpc)
  }
})

test.each([
  ['a wish that is refused', 'sessions.command', () => ({ command: { type: 'pause' } })],
  ['one that is malformed', 'sessions.command', () => ({ command: { type: 'dance' } })],
  ['one with too much in it', 'sessions.join', () => ({ name: 'Ann', colour: 'red' })],
  ['a name that cannot be', 'sessions.join', () => ({ name: '' })],
  ['a session that is none', 'sessions.command', () => ({ sessionId: randomUUID(), command: vote(0) })],
])('%s is refused with the same bytes', async (_, path, more) => {
  const input = { sessionId: hosted.sessionId, commandId: randomUUID(), ...more() }
  const { directly, 'by tRPC': byTrpc } = await both(ann, async ({ say, hears }) => {
    say(mutation(path, input, 'a "name"'))
    await hears(1)
  })
  expect(directly).toHaveLength(1)
  expect(directly).toEqual(byTrpc)
})

test.each([
  ['nobody', null, {}, 3],
  ['somebody with a token that is none', 'not.a.token', {}, 3],
  ['a client of another version', null, { [wireVersionName]: '1' }, 2],
])('%s hears the same', async (_, token, params, count) => {
  const input = { sessionId: hosted.sessionId, commandId: randomUUID(), command: vote(0) }
  const { directly, 'by tRPC': byTrpc } = await both(
    token,
    async ({ say, hears }) => {
      say(mutation('sessions.command', input))
      await hears(1)
      say(subscription({ sessionId: hosted.sessionId, role: 'participant' }))
      await hears(count)
    },
    params,
  )
  expect(directly.length).toBeGreaterThan(1)
  expect(directly).toEqual(byTrpc)
})

test('a screen and a console are shown a whole workshop with the same bytes, wherever they begin', async () => {
  const device = newDevice()
  const own = await world.hosted(file, await world.person({ device }))
  const token = await tokenOf(device)
  const seats = [
    [null, { sessionId: own.sessionId, role: 'screen', screenKey: own.screenKey }],
    [token, { sessionId: own.sessionId, role: 'host' }],
  ] as const
  for (const [who, input] of seats) {
    using direct = await line('directly', who)
    using general = await line('by tRPC', who)
    using later = await line('directly', who)
    for (const each of [direct, general]) each.say(subscription({ ...input, page: randomUUID() }))
    await Promise.all([direct, general].map((each) => each.hears(2)))
    expect(direct.heard).toEqual(general.heard)
    if (who === null) {
      const joined = await world.person()
      await joined.join(own.code, 'Ben')
      await own.command({ type: 'start' })
      await own.command({ type: 'close', nodeId: 'mood' })
    } else {
      await own.command({ type: 'reveal', nodeId: 'mood' })
      await own.command({ type: 'next', from: 'mood' })
    }
    // Both may have been told of several changes at once, but in the end of the same moment.
    const { version } = await own.host.watch({ sessionId: own.sessionId, role: 'host' }).until(() => true, 5_000)
    for (const { heard } of [direct, general]) await expect.poll(() => versionOf(heard.at(-1))).toBe(String(version))
    expect(shownIn(direct.heard)).toEqual(shownIn(general.heard))
    const since = versionOf(direct.heard[1])
    later.say(subscription({ ...input, page: randomUUID() }, 4, { lastEventId: since }))
    await expect.poll(() => versionOf(later.heard.at(-1))).toBe(String(version))
    for (const each of [direct, general]) each.say({ id: 1, method: 'subscription.stop' })
    await expect.poll(() => direct.heard.at(-1)).toBe('{"id":1,"result":{"type":"stopped"}}')
    await expect.poll(() => general.heard.at(-1)).toBe('{"id":1,"result":{"type":"stopped"}}')
  }
})

/** What a client makes of what it hears. */
function shownIn(heard: readonly string[]): LiveState | null {
  const messages = heard.flatMap((text) => JSON.parse(text).result.data?.data ?? [])
  return messages.reduce((state: LiveState | null, message: LiveMessage) => merge(state, message), null)
}

const versionOf = (message = ''): string => /"id":"(\d+)"/.exec(message)?.[1] ?? message

test('the page before is told of the next one with the same bytes, and a number that is taken twice is refused', async () => {
  for (const number of [1, 'live']) {
    const { directly, 'by tRPC': byTrpc } = await both(ann, async ({ say, hears }, way) => {
      const input = { sessionId: hosted.sessionId, role: 'participant' }
      say(subscription({ ...input, page: randomUUID() }, number))
      await hears(2)
      using next = await line(way, ann.token)
      next.say(subscription({ ...input, page: randomUUID() }, number))
      await next.hears(2)
      await hears(4)
    })
    expect(directly.slice(2)).toEqual(byTrpc.slice(2))
    expect(directly[2]).toContain('taken_over')
  }
})

test('several requests in one message are answered each, also where only some go directly', async () => {
  using open = await line('directly', ann.token)
  const wish = () => ({ sessionId: hosted.sessionId, commandId: randomUUID(), command: vote(1) })
  const clock = { id: 2, method: 'query', params: { path: 'sessions.clock' } }
  open.socket.send(JSON.stringify([mutation('sessions.command', wish(), 1), clock]))
  open.socket.send(JSON.stringify([mutation('sessions.command', wish(), 3), mutation('sessions.command', wish(), 4)]))
  await open.hears(4)
  expect(open.heard.map((answer) => JSON.parse(answer).id).sort()).toEqual([1, 2, 3, 4])
})

test.each(['{}', 'null', '"text"', '7', '{"id":1}', '{"id":null,"method":"mutation"}', 'not JSON', '[[1]]'])(
  '%s is no request: that is said, and the connection goes on',
  async (nonsense) => {
    using open = await line('directly', ann.token)
    open.socket.send(nonsense)
    await open.hears(1)
    expect(JSON.parse(open.heard[0] ?? '')).toMatchObject({ id: null, error: { data: { code: 'PARSE_ERROR' } } })
    open.say(mutation('sessions.command', { sessionId: hosted.sessionId, commandId: randomUUID(), command: vote(1) }))
    await open.hears(2)
    expect(JSON.parse(open.heard[1] ?? '').result.data.ok).toBe(true)
  },
)

test('what is nested as deep as a message can be is refused, alone and among others, and the server stands', async () => {
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
  const asked = (path: string, id: number) =>
    `{"id":${id},"method":"mutation","params":{"path":"${path}","input":${deep}}}`
  const heard = await Promise.all(
    [
      asked('sessions.command', 1),
      `[${asked('sessions.command', 1)},${JSON.stringify(mutation('sessions.join', {}, 2))}]`,
    ].map(async (text) => {
      using open = await line('directly', ann.token)
      open.socket.send(text)
      await open.hears(1)
      return open.heard.map((answer) => JSON.parse(answer).error?.data.rejection.code)
    }),
  )
  expect(heard.flat().every((code) => code === 'malformed')).toBe(true)
  expect((await fetch(`${world.server.url}/readyz`)).status).toBe(200)
})

test.each(['not JSON', '7', '{"data":7}', '{"data":{"token":7}}'])(
  'a connection that begins with %s is told so, and ends',
  async (nonsense) => {
    const socket = new WebSocket(`${world.server.url.replace('http', 'ws')}/trpc?connectionParams=1`)
    const heard: string[] = []
    socket.on('message', (data) => heard.push(String(data)))
    await once(socket, 'open')
    socket.send(nonsense)
    socket.send(JSON.stringify(mutation('sessions.command', {})))
    await once(socket, 'close')
    expect(JSON.parse(heard[0] ?? '')).toMatchObject({ id: null, error: {} })
  },
)

test('one that does not say who it is goes by its cookie, and both ways know nobody without one', async () => {
  for (const more of [{}, { jsonrpc: '2.0' }]) {
    const socket = new WebSocket(`${world.server.url.replace('http', 'ws')}/trpc`)
    const heard: string[] = []
    socket.on('message', (data) => heard.push(String(data)))
    await once(socket, 'open')
    const input = { sessionId: hosted.sessionId, role: 'screen', screenKey: hosted.screenKey }
    socket.send(JSON.stringify({ ...subscription(input), ...more }))
    await expect.poll(() => heard.length).toBeGreaterThan(1)
    const [started, first] = heard.map((message) => JSON.parse(message).result)
    expect([started.type, first.data.data.kind]).toEqual(['started', 'snapshot'])
    socket.terminate()
  }
})
