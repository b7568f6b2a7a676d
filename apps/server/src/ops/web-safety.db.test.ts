import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { readEnv } from '../env.ts'
import { type RunningServer, startServer } from '../server.ts'
import { aDevice, newcomer, refusedBy, visitor } from '../testing/visitor.ts'
import { file, openWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({
    TRUST_PROXY: 1,
    PUBLIC_URL: 'https://humuus.example',
    EMBED_ORIGINS: ['https://lms.example'],
  })
}, 60_000)

/** A server that serves a web app, and what it logs. */
let server: RunningServer
let folder: string
const lines: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'humuus-'))
  const web = join(folder, 'web')
  await mkdir(join(web, 'assets'), { recursive: true })
  await mkdir(join(web, '.vite'))
  const files = { 'web/index.html': '<!doctype html>', 'web/assets/a.js': '0', 'web/.vite/manifest.json': 'secret' }
  for (const [name, text] of Object.entries({ ...files, 'web/.env': 'secret', 'secret.txt': 'secret' }))
    await writeFile(join(folder, name), text)
  const env = readEnv({
    PORT: '0',
    DATABASE_URL: world.database.url,
    WEB_DIR: web,
    FILES_DIR: join(folder, 'files'),
    AUTH_SECRET: 'a'.repeat(32),
    INTERNAL_SECRET: 'b'.repeat(32),
  })
  server = await startServer(env, pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }))
}, 30_000)
afterAll(async () => {
  await server.stop()
  await world[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${world.server.url}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

// biome-ignore lint/suspicious/noExplicitAny: the answer is what is tested
const answer = (response: Response): Promise<any> => response.json()

describe('the token of a browser', () => {
  test('is in a cookie that scripts cannot read and other sites do not send', async () => {
    const response = await post('auth.device', aDevice())
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^humuus_token=[\w.-]+; Max-Age=|^humuus_token=[\w.-]+; /)
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Expires=']) expect(cookie).toContain(flag)
    expect((await answer(response)).result.data.token).toBeNull()
  })

  test('is bound to this host and to HTTPS where there is HTTPS', async () => {
    const response = await post('auth.device', aDevice(), { 'x-forwarded-proto': 'https' })
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-humuus_token=.*Secure/)
    expect(response.headers.get('strict-transport-security')).toContain('max-age=31536000')
  })

  test('is taken away on signing out', async () => {
    const cookie = (await post('auth.device', aDevice())).headers.get('set-cookie')?.split(';')[0] ?? ''
    const response = await post('auth.signOut', {}, { cookie })
    expect(response.headers.get('set-cookie')).toMatch(/^humuus_token=; .*Expires=Thu, 01 Jan 1970/)
    const me = await fetch(`${world.server.url}/trpc/auth.me`, { headers: { cookie } })
    expect((await answer(me)).result.data).toBeNull()
  })
})

test('a socket believes the cookie of its own protocol alone, so that nobody on the way plants another one', async () => {
  const { token, userId } = await newcomer(world.server.url)
  const whoAmI = async (name: string, proto: string) => {
    const socket = new WebSocket(`${world.server.url.replace('http', 'ws')}/trpc`, {
      headers: { cookie: `${name}=${token}`, 'x-forwarded-proto': proto },
    })
    await once(socket, 'open')
    const said = once(socket, 'message')
    socket.send(JSON.stringify({ id: 1, method: 'query', params: { path: 'auth.me' } }))
    const answer = JSON.parse(String((await said)[0]))
    socket.terminate()
    return answer.result.data?.userId ?? null
  }
  expect(await whoAmI('__Host-humuus_token', 'https')).toBe(userId)
  expect(await whoAmI('humuus_token', 'https')).toBeNull()
  expect(await whoAmI('humuus_token', 'http')).toBe(userId)
})

describe('another site', () => {
  test.each(['https://evil.example', 'null', 'https://humuus.example.evil.example'])(
    'changes nothing from %s',
    async (origin) => {
      const response = await post('auth.device', aDevice(), { origin })
      expect([response.status, (await answer(response)).error.data.rejection]).toEqual([403, { code: 'not_allowed' }])
      expect(response.headers.get('set-cookie')).toBeNull()
    },
  )

  test('changes nothing where its browser hides the origin', async () => {
    expect((await post('auth.device', aDevice(), { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }, 403],
    [{ 'sec-fetch-dest': 'image', 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-dest': 'script', 'sec-fetch-site': 'same-origin' }, 403],
    [{ 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 200],
  ])(
    'reads nothing of the API, and no browser shows that as a page, picture or script: %j is %d',
    async (headers, status) => {
      const response = await fetch(`${world.server.url}/trpc/sessions.clock`, { headers: { ...headers } })
      expect(response.status).toBe(status)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  test('opens no socket', async () => {
    const socket = new WebSocket(`${world.server.url.replace('http', 'ws')}/trpc`, { origin: 'https://evil.example' })
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve))
    expect(error.message).toContain('401')
  })

  test('is not mistaken for our own pages', async () => {
    for (const origin of [world.server.url, 'https://humuus.example'])
      expect((await post('auth.device', aDevice(), { origin })).status).toBe(200)
  })
})

test('browsers are told what our pages may do', async () => {
  const { headers } = await fetch(`${world.server.url}/healthz`)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe-eval')
  expect(policy.match(/[^;]*'unsafe-inline'/g)).toEqual([" style-src-attr 'unsafe-inline'"])
  expect(policy).toContain("frame-ancestors 'self' https://lms.example")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('strict-transport-security')).toBeNull()
})

test('the API knows no other way to say a method', async () => {
  const url = `${world.server.url}/trpc/auth.signOut`
  const response = await fetch(url, { headers: { 'x-http-method-override': 'POST' } })
  expect([response.status, (await answer(response)).error.data.rejection]).toEqual([405, { code: 'malformed' }])
  expect((await fetch(`${url}?_method=POST`)).status).toBe(405)
})

test('a body is never unpacked: a small one stays small', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, ' '))
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  for (const url of [
    `${world.server.url}/trpc/auth.device`,
    `${server.url}/trpc/auth.device`,
    `${server.url}/nowhere`,
  ]) {
    const response = await fetch(url, { method: 'POST', headers, body: bomb })
    expect((await answer(response)).error.data.rejection.code).toMatch(/^(malformed|too_large)$/)
  }
})

test.each(['__proto__', 'constructor', 'prototype'])('a key called %s pollutes nothing and is refused', async (key) => {
  const { token } = await newcomer(world.server.url)
  const poison = JSON.parse(`{ "${key}": { "polluted": true, "isAdmin": true } }`)
  const raw = (path: string, body: string) =>
    fetch(`${world.server.url}/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    })
  const withKey = (value: object) => JSON.stringify({ ...value, x: 1 }).replace('"x":1', `"${key}":{"polluted":true}`)
  const made = await raw('workshops.create', `{"file":${withKey(file)}}`)
  expect((await answer(made)).result.data).toMatchObject({ ok: false })
  const inside = structuredClone(file) as { nodes: { data: object }[] }
  const text = JSON.stringify(inside).replace(
    '"text":"How are you?"',
    `"text":"How are you?",${JSON.stringify(poison).slice(1, -1)}`,
  )
  expect((await answer(await raw('workshops.create', `{"file":${text}}`))).result.data).toMatchObject({ ok: false })
  const id = crypto.randomUUID()
  const vote = `{"type":"act","nodeId":"mood","node":"poll","act":${withKey({ type: 'vote', choice: [0] })}}`
  const acted = await raw('sessions.command', `{"sessionId":"${id}","commandId":"${id}","command":${vote}}`)
  expect((await answer(acted)).error.data.rejection).toEqual({ code: 'malformed' })
  const changed = await raw('account.update', withKey({ language: 'de' }))
  expect((await answer(changed)).error.data.rejection).toEqual({ code: 'malformed' })
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test.each([
  ['account.update', { language: 'de', role: 'admin' }],
  ['account.update', { email: 'somebody@example.org' }],
  [
    'account.register',
    { email: 'a@example.org', password: 'four herons over the weir', language: 'en', role: 'admin' },
  ],
  ['auth.device', { ...aDevice(), userId: crypto.randomUUID() }],
  ['sessions.create', { workshopId: crypto.randomUUID(), facilitatorId: crypto.randomUUID() }],
])('%s takes what it asks for and nothing beside it', async (path, input) => {
  const { token } = await newcomer(world.server.url)
  const response = await post(path, input, { authorization: `Bearer ${token}` })
  expect((await answer(response)).error.data.rejection).toEqual({ code: 'malformed' })
})

test.each(['a\u0000b', '\ud800'])(
  'text that no database holds is refused, and not repeated in the log: %j',
  async (text) => {
    const { trpc } = await newcomer(server.url)
    const before = lines.length
    const malformed = { code: 'malformed' }
    expect(await refusedBy(trpc.workshops.create.mutate({ file: { ...file, title: text } }))).toEqual(malformed)
    const shared = (await trpc.workshops.list.query()).find(({ mine }) => !mine)?.id ?? ''
    expect(await refusedBy(trpc.sessions.create.mutate({ workshopId: shared, hostName: text }))).toEqual(malformed)
    const about = lines.slice(before).filter((line) => !line.includes('"path":"workshops.list"'))
    expect(about).toEqual([])
  },
)

describe('files', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/....//secret.txt',
    '//etc/passwd',
    '/%00/etc/passwd',
    '/.vite/manifest.json',
    '/.env',
    '/assets',
    '/assets/',
  ])('%s is nowhere', async (path) => {
    const [{ status }, text] = await asked(path)
    expect([status >= 400 && status < 500, text.includes('secret')]).toEqual([true, false])
  })

  test('of the web app are there, its parts for long and its page never', async () => {
    const [page, html] = await asked('/library', 'text/html')
    expect([page.headers['cache-control'], html]).toEqual(['no-cache', '<!doctype html>'])
    const [part] = await asked('/assets/a.js')
    expect(part.headers['cache-control']).toContain('immutable')
    expect(part.headers['x-content-type-options']).toBe('nosniff')
    expect(part.headers['content-type']).toMatch(/javascript; charset=utf-8$/)
  })

  /** As it is, without what `fetch` does to a path. */
  async function asked(
    path: string,
    accept = '*/*',
  ): Promise<[{ status: number; headers: IncomingHttpHeaders }, string]> {
    const asking = request({ host: '127.0.0.1', port: new URL(server.url).port, path, headers: { accept } })
    asking.end()
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    let text = ''
    for await (const piece of response) text += piece
    return [{ status: response.statusCode ?? 0, headers: response.headers }, text]
  }
})

describe('the log', () => {
  test('says why a token was refused, and nothing about anybody', async () => {
    const secrets = ['zenobia@example.org', 'four herons over the weir', 'Zenobia']
    const ann = await newcomer(server.url)
    await ann.trpc.account.update.mutate({ name: 'Zenobia' })
    await ann.trpc.account.register.mutate({
      email: 'zenobia@example.org',
      password: 'four herons over the weir',
      language: 'en',
    })
    const device = aDevice()
    await refusedBy(
      visitor(server.url).auth.email.mutate({ email: 'zenobia@example.org', password: 'four cranes', device }),
    )
    await refusedBy(visitor(server.url, { authorization: `Bearer ${ann.token}x` }).sessions.mine.query())
    await refusedBy(visitor(server.url).account.confirmEmail.mutate({ key: 'k'.repeat(43) }))
    await refusedBy(visitor(server.url).account.forgotPassword.mutate({ email: 'zenobia@example.org', language: 'en' }))
    const log = lines.join('')
    expect(log).toContain('"trouble":"forged"')
    for (const code of ['wrong_password', 'key_worthless']) expect(log).toContain(`"refused":"${code}"`)
    for (const secret of [...secrets, ann.token ?? '', ann.device.secret, ann.userId, device.deviceId, 'k'.repeat(43)])
      expect(log.includes(secret), secret).toBe(false)
  })

  test('is JSON, a line for each thing, whatever a request says of itself', async () => {
    const before = lines.length
    const nasty = 'x\\n{"level":60,"msg":"forged"}\\u001b[31m'
    await fetch(`${server.url}/trpc/account.confirmEmail%0a%7b%22level%22:60%7d`, { headers: { 'user-agent': nasty } })
    await refusedBy(visitor(server.url, { authorization: `Bearer ${nasty}` }).sessions.mine.query())
    await refusedBy(visitor(server.url).account.confirmEmail.mutate({ key: 'a\n{"level":60}' }))
    const since = lines.slice(before)
    expect(since.length).toBeGreaterThan(1)
    for (const line of since)
      expect([line.indexOf('\n'), JSON.parse(line).level <= 30]).toEqual([line.length - 1, true])
  })
})
