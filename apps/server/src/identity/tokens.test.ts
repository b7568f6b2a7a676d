import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { tokenDays, tokenKeys } from './tokens.ts'

const secret = 'a secret of at least thirty-two characters'
const user = { id: '7c2a0c1e-5d0f-4b5e-9a39-0d3a8a3f5f10', deviceId: '0b7de3a5-58a3-47e8-8c39-6f7d6f5f2f11' }
const day = 86_400_000

test('a token says user and device until it expires', async () => {
  let now = Date.UTC(2030, 0, 1)
  const keys = tokenKeys(secret, () => now)
  const { token, expiresAt } = await keys.issue(user)
  expect(await keys.verify(token)).toEqual(user)
  expect(expiresAt - now).toBe(tokenDays * day)
  now += tokenDays * day + 1_000
  expect(await keys.verify(token)).toBeNull()
})

describe('what is not a token of ours', () => {
  const keys = tokenKeys(secret, Date.now)
  const claims = { device: user.deviceId }
  const key = new TextEncoder().encode(secret)
  const none = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: user.id, aud: 'humuus', ...claims }))}.`
  const signed = (change: (jwt: SignJWT) => SignJWT, by = key) =>
    change(new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setSubject(user.id).setExpirationTime('1h')).sign(
      by,
    )

  test.each([
    ['nothing', async () => ''],
    ['some text', async () => 'abc'],
    ['alg none', async () => none],
    ['another audience', () => signed((jwt) => jwt.setAudience('elsewhere'))],
    ['no audience', () => signed((jwt) => jwt)],
    ['another key', () => signed((jwt) => jwt.setAudience('humuus'), new TextEncoder().encode('b'.repeat(40)))],
    ['a subject that is no user', () => signed((jwt) => jwt.setAudience('humuus').setSubject('root'))],
  ])('%s is nobody', async (_, make) => {
    expect(await keys.verify(await make())).toBeNull()
  })

  test('the same made properly is somebody', async () => {
    expect(await keys.verify(await signed((jwt) => jwt.setAudience('humuus')))).toEqual(user)
  })
})
