import { randomBytes, randomUUID } from 'node:crypto'
import { wireVersionName } from '@humuus/api/wire'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Hosted, openWorld, type World } from './testing/world.ts'

let world: World
let hosted: Hosted
beforeAll(async () => {
  world = await openWorld()
  hosted = await world.hosted()
})
afterAll(async () => world[Symbol.asyncDispose]())

interface Asked {
  readonly path: string
  /** Several, whose paths stand behind each other. */
  readonly isBatch?: true
  /** The input, as it is written. */
  readonly said?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

const json = { 'content-type': 'application/json' }

/** `isPlain: false`: in a way that only tRPC itself answers, though it means the same. */
async function ask({ path, isBatch, said, method = 'GET', headers = json }: Asked, isPlain: boolean) {
  const query = method === 'GET' && said !== undefined ? [`input=${encodeURIComponent(said)}`] : []
  if (isBatch) query.push('batch=1')
  if (!isPlain) query.push('connectionParams={}')
  const body = method === 'GET' || said === undefined ? {} : { body: said }
  const response = await fetch(`${world.server.url}/trpc/${path}?${query.join('&')}`, { method, headers, ...body })
  const { date, 'x-request-id': id, ...kept } = Object.fromEntries(response.headers)
  // One knows how long it is, the other is sent in pieces.
  const { 'content-length': length, 'transfer-encoding': pieces, ...others } = kept
  expect(date && id).toBeTruthy()
  expect(length === undefined).toBe(!isPlain)
  return { status: response.status, headers: others, body: await response.text() }
}

const device = (deviceId: string = randomUUID()) => ({ deviceId, secret: randomBytes(32).toString('base64url') })
const unknown = JSON.stringify({ sessionId: randomUUID() })

const cases: readonly (readonly [string, () => Asked])[] = [
  ['a question', () => ({ path: 'sessions.lookup', said: JSON.stringify({ code: hosted.code }) })],
  ['a question without an input', () => ({ path: 'auth.me' })],
  ['a question with an empty one', () => ({ path: 'auth.me', said: '' })],
  ['a question without a type', () => ({ path: 'auth.me', headers: {} })],
  ['an answer of several parts', () => ({ path: 'installation.get' })],
  ['what is refused', () => ({ path: 'sessions.get', said: unknown })],
  ['a token that is none', () => ({ path: 'auth.me', headers: { ...json, authorization: 'Bearer x' } })],
  ['an input of another shape', () => ({ path: 'sessions.lookup', said: '{"code":7,"more":[]}' })],
  ['an input that is no JSON', () => ({ path: 'sessions.lookup', said: '{' })],
  ['a wish that is no JSON', () => ({ path: 'auth.device', method: 'POST', said: '{' })],
  ['a wish that says nothing', () => ({ path: 'auth.device', method: 'POST' })],
  ['a wish of another shape', () => ({ path: 'auth.device', method: 'POST', said: '[]' })],
  [
    'several questions',
    () => ({
      ...{ path: 'sessions.lookup,auth.me,installation.get', isBatch: true },
      said: JSON.stringify({ 0: { code: hosted.code } }),
    }),
  ],
  ['one question as several', () => ({ path: 'auth.me', isBatch: true })],
  [
    'several that end differently',
    () => ({ path: 'auth.me,sessions.get,sessions.lookup', isBatch: true, said: `{"1":${unknown},"2":[]}` }),
  ],
  ['several without a place each', () => ({ path: 'auth.me,sessions.lookup', isBatch: true, said: '[]' })],
  ['several that are no JSON', () => ({ path: 'auth.me,sessions.lookup', isBatch: true, said: '{' })],
  [
    'several wishes',
    () => ({ path: 'auth.device,auth.signOut', isBatch: true, method: 'POST', said: '{"0":{"deviceId":"x"}}' }),
  ],
  ['another version', () => ({ path: 'sessions.lookup', headers: { ...json, [wireVersionName]: '1' } })],
]

describe('over HTTP is answered as by tRPC', () => {
  test.each(cases)('%s', async (_, asked) => {
    expect(await ask(asked(), true)).toEqual(await ask(asked(), false))
  })
})

test('who signs in gets the same cookie either way', async () => {
  const said = JSON.stringify(device())
  const [plain, other] = [
    await ask({ path: 'auth.device', method: 'POST', said }, true),
    await ask({ path: 'auth.device', method: 'POST', said }, false),
  ]
  const { 'set-cookie': cookie, ...headers } = plain.headers
  const { 'set-cookie': otherCookie, ...otherHeaders } = other.headers
  expect([plain.status, headers]).toEqual([other.status, otherHeaders])
  expect(cookie?.replace(/=[^;]+/, '')).toBe(otherCookie?.replace(/=[^;]+/, ''))
  const { userId, token } = JSON.parse(plain.body).result.data
  expect(token).toBeNull()
  const me = await ask({ path: 'auth.me', headers: { cookie: cookie?.split(';')[0] ?? '' } }, true)
  expect(JSON.parse(me.body).result.data).toMatchObject({ userId })
})

test('what is not that plain goes to tRPC: other methods, other types, what does not exist', async () => {
  const fetched = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${world.server.url}/trpc/${path}`, init)
    return { status: response.status, said: await response.text() }
  }
  expect(await fetched('auth.me,sessions.nothing?batch=1')).toMatchObject({ status: 207 })
  expect(await fetched('auth.me,auth.signOut?batch=1')).toMatchObject({ status: 400 })
  expect(await fetched('sessions.clock', { method: 'POST' })).toMatchObject({ status: 415 })
  expect(await fetched('sessions.clock', { method: 'POST', headers: json, body: '{}' })).toMatchObject({ status: 405 })
  expect(await fetched('auth.device')).toMatchObject({ status: 405 })
  expect(await fetched('sessions.nothing')).toMatchObject({ status: 404 })
  expect(await fetched('sessions.clock', { method: 'HEAD' })).toMatchObject({ status: 204, said: '' })
})
