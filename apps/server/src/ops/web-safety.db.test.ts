import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { readEnv } from '../env.ts'
import { type RunningServer, startServer } from '../server.ts'
import { aDevice, newcomer, refusedBy, visitor } from '../testing/visitor.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({
    TRUST_PROXY: 1,
    PUBLIC_URL: 'https://humuus.example',
    EMBED_ORIGINS: ['https://lms.example'],
  })
}, 60_000)
afterAll(async () => world[Symbol.asyncDispose]())

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

describe('the log', () => {
  let server: RunningServer
  let folder: string
  const lines: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'humuus-'))
    await writeFile(join(folder, 'index.html'), '<!doctype html>')
    const env = readEnv({
      PORT: '0',
      DATABASE_URL: world.database.url,
      WEB_DIR: folder,
      AUTH_SECRET: 'a'.repeat(32),
      INTERNAL_SECRET: 'b'.repeat(32),
    })
    server = await startServer(env, pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }))
  }, 30_000)
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  })

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
    for (const secret of [...secrets, ann.token ?? '', ann.device.secret, ann.userId, device.deviceId, 'k'.repeat(43)])
      expect(log.includes(secret), secret).toBe(false)
  })
})
