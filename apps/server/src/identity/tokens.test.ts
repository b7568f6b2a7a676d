import type { TokenTrouble, User } from '@humuus/api'
import { jwtVerify, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { tokenKeys } from './tokens.ts'

const secret = 'a secret of at least thirty-two characters'
const newer = 'another secret of at least thirty-two characters'
const day = 86_400_000
const start = Date.UTC(2030, 0, 1)
const user: User = {
  id: '7c2a0c1e-5d0f-4b5e-9a39-0d3a8a3f5f10',
  deviceId: '0b7de3a5-58a3-47e8-8c39-6f7d6f5f2f11',
  signInId: '3f0a52f4-1d0f-4b5e-9b0b-3f6f3d7c9a11',
  generation: 3,
  formerIds: ['1f0a52f4-1d0f-4b5e-9b0b-3f6f3d7c9a11'],
  expiresAt: start + 30 * day,
}

test('a token says who, with which device and sign-in, and under which ids before, until it expires', async () => {
  let now = start
  const keys = tokenKeys([secret], () => now)
  const token = await keys.issue(user)
  expect(await keys.verify(token)).toEqual({ ok: true, user })
  now += 30 * day + 1_000
  expect(await keys.verify(token)).toEqual({ ok: false, trouble: 'expired' })
  expect(await tokenKeys([secret], () => now).verify(token)).toEqual({ ok: false, trouble: 'expired' })
})

test('a new key signs while tokens of the one before are still believed; without it they are not', async () => {
  const now = () => start
  const before = await tokenKeys([secret], now).issue(user)
  const both = tokenKeys([newer, secret], now)
  expect(await both.verify(before)).toEqual({ ok: true, user })
  const after = await both.issue(user)
  expect(await tokenKeys([newer], now).verify(after)).toEqual({ ok: true, user })
  expect(await tokenKeys([newer], now).verify(before)).toEqual({ ok: false, trouble: 'forged' })
})

test('a token is a JWT as everybody reads it, signed with HS256', async () => {
  const token = await tokenKeys([secret], () => start).issue(user)
  const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    audience: 'humuus',
    currentDate: new Date(start),
  })
  expect(protectedHeader).toEqual({ alg: 'HS256', kid: expect.stringMatching(/^[\w-]{8}$/) })
  expect(payload).toEqual({
    ...{ aud: 'humuus', sub: user.id, device: user.deviceId, session: user.signInId, number: user.generation },
    ...{ former: user.formerIds, iat: start / 1_000, exp: user.expiresAt / 1_000 },
  })
})

describe('what is not a token of ours', () => {
  const keys = tokenKeys([secret], () => start)
  const claims = { device: user.deviceId, session: user.signInId, number: 1, aud: 'humuus', sub: user.id }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const times = (ahead = 0) => ({ iat: start / 1_000 + ahead, exp: start / 1_000 + 3_600 + ahead })
  const kid = async (): Promise<string> => JSON.parse(atob((await keys.issue(user)).split('.')[0] ?? '')).kid
  const signed = async (changes: object, by = secret): Promise<string> =>
    new SignJWT({ ...claims, ...times(), ...changes })
      .setProtectedHeader({ alg: 'HS256', kid: await kid() })
      .sign(new TextEncoder().encode(by))
  const none = (alg: string) => `${part({ alg })}.${part({ ...claims, ...times() })}.`

  const cases: readonly (readonly [string, () => Promise<string>, TokenTrouble])[] = [
    ['nothing', async () => '', 'malformed'],
    ['some text', async () => 'abc', 'malformed'],
    ['a megabyte', async () => 'a.'.repeat(500_000), 'malformed'],
    ['alg none', async () => none('none'), 'forged'],
    ['alg nOnE', async () => none('nOnE'), 'forged'],
    ['another audience', () => signed({ aud: 'elsewhere' }), 'forged'],
    ['no audience', () => signed({ aud: undefined }), 'forged'],
    ['another key', () => signed({}, 'b'.repeat(40)), 'forged'],
    ['a subject that is no user', () => signed({ sub: 'root' }), 'malformed'],
    ['no sign-in', () => signed({ session: undefined }), 'malformed'],
    ['a clock ten minutes ahead', () => signed(times(600)), 'not_yet'],
    ['a clock ten minutes behind, when it is over', () => signed({ exp: start / 1_000 - 600 }), 'expired'],
    ['no end', () => signed({ exp: undefined }), 'malformed'],
    [
      'a changed person',
      async () => {
        const [head, , signature] = (await keys.issue(user)).split('.')
        return [head, part({ ...claims, ...times(), sub: user.deviceId }), signature].join('.')
      },
      'forged',
    ],
  ]
  test.each(cases)('%s is nobody', async (_, make, trouble) => {
    expect(await keys.verify(await make())).toEqual({ ok: false, trouble })
  })

  test('the same made properly is somebody', async () => {
    expect(await keys.verify(await signed({}))).toMatchObject({ ok: true })
  })
})
