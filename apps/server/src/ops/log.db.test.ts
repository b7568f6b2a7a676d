import { randomUUID } from 'node:crypto'
import { connect, newDevice } from '@humuus/client'
import { journal } from '@humuus/telemetry/testing'
import { expect, test } from 'vitest'
import { openWorld, vote } from '../testing/world.ts'

const within = 20_000
const email = 'rosalind.f@example.org'
const password = 'herons over the weir at dusk'

test('a whole workshop with all its mishaps leaves nobody’s data in the log, and every line says what it is about', async () => {
  const { log, text, lines } = journal('server')
  await using world = await openWorld({ CONFIRM_EMAIL: 'no', TRUST_PROXY: 1 }, { log })
  const { sessionId, code, screenKey, command, host } = await world.hosted()
  const ann = await world.person({ transport: 'http' })
  await ann.join(code, 'Rosalind Elsie')
  ann.watch({ sessionId, role: 'participant' })
  ann.watch({ sessionId, role: 'screen', screenKey })
  const sees = host.watch({ sessionId, role: 'host' })

  // Accounts, right and wrong.
  await ann.trpc.account.update.mutate({ name: 'Rosalind' })
  await ann.trpc.account.register.mutate({ email, password, language: 'en' })
  const device = newDevice()
  const wrong = { email, password: 'something else entirely', device, takeAlong: false }
  await expect(host.trpc.auth.email.mutate({ ...wrong, delivery: 'bearer' })).rejects.toThrow()
  await expect(connect({ url: world.server.url, device: { ...ann.device, secret: 'x'.repeat(43) } })).rejects.toThrow()
  await expect(host.trpc.account.resetPassword.mutate({ key: 'k'.repeat(43), password })).rejects.toThrow()
  const proxied = { 'x-forwarded-for': '203.0.113.77' }
  for (const guess of ['000001', '000002'])
    await fetch(
      `${world.server.url}/trpc/sessions.lookup?input=${encodeURIComponent(JSON.stringify({ code: guess }))}`,
      {
        headers: { ...proxied, authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmF0dXJl' },
      },
    )
  await fetch(`${world.server.url}/trpc/auth.email`, { method: 'POST', body: `{"email":"${email}`, headers: proxied })

  // A vote, a refusal, a right one has not, somebody removed, a database that goes away.
  await command({ type: 'start' })
  await sees.until(({ shared }) => shared.phase === 'active', within)
  const commandId = randomUUID()
  await ann.send(sessionId, vote(0), { commandId })
  await ann.send(sessionId, vote(9))
  await expect(ann.trpc.sessions.report.query({ sessionId })).rejects.toThrow()
  await expect(ann.trpc.ops.overview.query()).rejects.toThrow()
  world.wire.cut()
  await expect(ann.trpc.workshops.list.query()).rejects.toThrow()
  expect(await ann.send(sessionId, vote(1), { withinMs: 3_000 })).toMatchObject({ ok: false })
  world.wire.mend()
  await expect.poll(() => ann.send(sessionId, vote(1)), { timeout: within }).toMatchObject({ ok: true })
  await command({ type: 'kick', participantId: ann.userId, mayReturn: false })
  await expect(ann.trpc.sessions.report.query({ sessionId })).rejects.toThrow()

  const said = text()
  const secrets = [ann.device.secret, host.device.secret, screenKey, 'k'.repeat(43), password]
  for (const word of [
    email,
    'example.org',
    'Rosalind',
    'Hal',
    'World',
    code,
    '000001',
    '203.0.113.77',
    ...secrets,
    'eyJ',
  ])
    expect(said, word).not.toContain(word)

  // The test has eyes: there is something to read in there.
  const about = lines().filter(({ path }) => path === 'sessions.command')
  expect(about.length).toBeGreaterThan(3)
  for (const line of about) expect(line).toMatchObject({ sessionId, requestId: expect.stringMatching(/^[\da-f-]{36}/) })
  const requests = lines().filter(({ msg }) => String(msg).startsWith('request'))
  expect(requests.filter(({ requestId }) => typeof requestId !== 'string')).toEqual([])
  expect(requests.map(({ refused }) => refused)).toEqual(expect.arrayContaining(['not_allowed', 'wrong_password']))
  // What is about neither is about the installation.
  const rest = lines().filter((line) => line.requestId === undefined && line.sessionId === undefined)
  const known = /^(room in trouble|queue in trouble|cannot look for ended sign-ins|Server listening at \S+)$/
  expect(rest.map(({ msg }) => msg).filter((msg) => !known.test(String(msg)))).toEqual([])
  const rooms = lines().filter(({ msg }) => msg === 'room in trouble')
  expect(rooms.some((line) => line.sessionId === sessionId)).toBe(true)
})

test('an answer says which request it was, as the log does', async () => {
  const { log, lines } = journal('server')
  await using world = await openWorld({}, { log })
  const answer = await fetch(`${world.server.url}/trpc/ops.overview`)
  const id = answer.headers.get('x-request-id')
  expect(id).toMatch(/^[\da-f-]{36}$/)
  await fetch(`${world.server.url}/trpc/sessions.clock`, { headers: { 'x-request-id': 'mine' } })
  expect(lines().some(({ requestId }) => requestId === 'mine')).toBe(false)
  expect(
    lines()
      .map(({ requestId }) => requestId)
      .filter(Boolean),
  ).toHaveLength(1)
})
