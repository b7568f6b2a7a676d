import { expect, test } from 'vitest'
import { readable } from './readable.ts'
import { scrub } from './scrub.ts'
import { journal } from './testing/index.ts'

const secret = 'q5Zr0vJ9mXc2uTnE7yKwLbA4sDhG8fPi1oQxRtYeUaM'
const token = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.${secret}`

test('what is somebody’s does not stand in a line, by whatever name or in whatever words it came', () => {
  const { log, text } = journal('server')
  log.info({ email: 'ann@example.org', user: { token: 'short' }, req: { headers: { cookie: 'humuus=1' } } }, 'seen')
  log.warn(`mail to ann.b+c@mail.example.org failed with ${token}`)
  log.error({ err: new Error(`no way to postgresql://humuus:pass%40word@db:5432/x with ${secret}`) }, 'away')
  for (const word of ['ann', 'short', 'humuus=1', 'example.org', token, secret, 'pass%40word'])
    expect(text()).not.toContain(word)
  expect(text()).toContain('postgresql://[hidden]@db:5432/x with [secret]')
})

test('of an error its kind, words, code and causes are told, and nothing a driver adds about rows', () => {
  const { log, lines } = journal('server')
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (name)=(Ann) already exists.' })
  log.error({ err: new Error('not stored', { cause }) }, 'failed')
  expect(lines()[0]).toMatchObject({
    level: 50,
    name: 'server',
    msg: 'failed',
    err: { type: 'Error', message: 'not stored', cause: { message: 'duplicate key', code: '23505' } },
  })
  expect(JSON.stringify(lines())).not.toContain('Ann')
})

test.each([
  'at run (/srv/humuus/node_modules/.pnpm/bullmq@6.7.0_ioredis@6.0.0/node_modules/bullmq/dist/esm/index.js:12:3)',
  'at file:///srv/node_modules/@humuus/db/dist/postgres-event-log.js:1:1',
  'session 2f1c1f9e-8f0e-4c58-9a3c-0d7c1f0c9a11, request 0b0d4bb2-92f5-4a55-86cf-0b0d4bb292f5',
  'connect ECONNREFUSED 127.0.0.1:5432',
])('where something happened stays readable: %s', (line) => {
  expect(scrub(line)).toBe(line)
})

test('on a terminal a line is for people, with the stack of an error below', () => {
  const line = JSON.stringify({
    ...{ level: 50, time: 0, pid: 1, hostname: 'h', name: 'server', requestId: 'r1', msg: 'request failed' },
    err: { type: 'Error', message: 'no', stack: 'Error: no\n    at here' },
  })
  expect(readable(line, false)).toMatch(
    /^\d\d:\d\d:\d\d {2}error {2}server {2}request failed {2}requestId=r1\n {4}Error: no\n {8}at here\n$/,
  )
  expect(readable(line, true)).toContain('\x1b[31merror\x1b[0m')
})
