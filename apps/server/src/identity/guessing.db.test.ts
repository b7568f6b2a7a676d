import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDevice, newcomer, refusedBy, visitor } from '../testing/visitor.ts'
import { openWorld, type World } from '../testing/world.ts'
import { limitRules } from './limit-rules.ts'

const password = 'four herons over the weir'
const language = 'en' as const

let world: World
beforeAll(async () => {
  // One proxy in front says whom it speaks for: so these tests come from many addresses.
  world = await openWorld({ TRUST_PROXY: 1 })
}, 60_000)
afterAll(async () => world[Symbol.asyncDispose]())

const from = (address: string) => visitor(world.server.url, { 'x-forwarded-for': address })
const tooMany = { code: 'too_many_tries', params: { minutes: expect.any(Number) } }

test('whoever guesses codes from one address soon learns nothing any more; others and those who are in notice nothing', async () => {
  const { code } = await world.hosted()
  const guess = (address: string, digits: string) => refusedBy(from(address).sessions.lookup.query({ code: digits }))
  const wrong = code === '000000' ? '000001' : '000000'
  const { points } = limitRules.wrongCodesByAddress
  const answers = []
  for (let nth = 0; nth < points; nth++) answers.push(await guess('10.0.0.1', wrong))
  expect(answers.every((answer) => answer?.code === 'unknown_code')).toBe(true)
  expect(await guess('10.0.0.1', wrong)).toEqual(tooMany)
  expect(await guess('10.0.0.1', code)).toEqual(tooMany)
  expect(await guess('10.0.0.2', code)).toBeNull()
})

test('right codes count for nothing: a hall joins through one address', async () => {
  const { code } = await world.hosted()
  for (let nth = 0; nth <= limitRules.wrongCodesByAddress.points; nth++) {
    expect(await refusedBy(from('10.0.1.1').sessions.lookup.query({ code }))).toBeNull()
  }
})

test('of many guesses at once no more are answered than of one after the other', async () => {
  const { code } = await world.hosted()
  const guess = (digits: string) => refusedBy(from('10.0.2.1').sessions.lookup.query({ code: digits }))
  const wrong = code === '000000' ? '000001' : '000000'
  const { points } = limitRules.wrongCodesByAddress
  const guesses = Array.from({ length: points * 3 }, () => guess(wrong))
  expect(await Promise.all([...guesses, guess(code)]).then((answers) => answers.at(-1))).toEqual(tooMany)
})

describe('guessing passwords', () => {
  const signIn = (address: string, email: string, word = 'wrong horse', device = aDevice()) =>
    refusedBy(from(address).auth.email.mutate({ email, password: word, device, delivery: 'bearer' }))

  test('of one account ends after some tries from wherever, also for addresses that nobody has', async () => {
    const ann = await newcomer(world.server.url)
    await ann.trpc.account.register.mutate({ email: 'guessed@example.org', password, language })
    for (const email of ['guessed@example.org', 'nobody@example.org']) {
      for (let nth = 0; nth < limitRules.wrongPasswordsByAccount.points; nth++) {
        expect(await signIn(`10.1.${nth}.1`, email)).toEqual({ code: 'wrong_password' })
      }
      expect(await signIn('10.1.99.1', email)).toEqual(tooMany)
      expect(await signIn('10.1.99.1', email, password)).toEqual(tooMany)
    }
    // Whoever was here with this device before is not locked out by strangers.
    expect(await signIn('10.1.99.1', 'guessed@example.org', password, ann.device)).toBeNull()
  }, 30_000)

  test('many at once is no way around that', async () => {
    const ann = await newcomer(world.server.url)
    await ann.trpc.account.register.mutate({ email: 'at-once@example.org', password, language })
    const { points } = limitRules.wrongPasswordsByAccount
    const wrong = Array.from({ length: points * 3 }, () => signIn('10.1.50.1', 'at-once@example.org'))
    const answers = await Promise.all([...wrong, signIn('10.1.50.1', 'at-once@example.org', password)])
    expect(answers.filter((answer) => answer?.code === 'wrong_password')).toHaveLength(points)
    expect(answers.at(-1)).toEqual(tooMany)
  }, 30_000)

  test('of many accounts ends for the address that does it', async () => {
    for (let nth = 0; nth < limitRules.wrongPasswordsByAddress.points; nth++) {
      expect(await signIn('10.2.0.1', `person${nth}@example.org`)).toEqual({ code: 'wrong_password' })
    }
    expect(await signIn('10.2.0.1', 'another@example.org')).toEqual(tooMany)
    expect(await signIn('10.2.0.2', 'another@example.org')).toEqual({ code: 'wrong_password' })
  }, 60_000)

  test('takes as long for an address that nobody has', async () => {
    const ann = await newcomer(world.server.url)
    await ann.trpc.account.register.mutate({ email: 'timed@example.org', password, language })
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let nth = 0; nth < 8; nth++) {
      for (const [kind, email] of [
        ['known', 'timed@example.org'],
        ['unknown', 'untimed@example.org'],
      ] as const) {
        const began = performance.now()
        await signIn(`10.3.${nth}.1`, email)
        times[kind].push(performance.now() - began)
      }
    }
    const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
    // Hashing dominates both: without it an unknown address would be several times faster.
    expect(median(times.unknown) / median(times.known)).toBeGreaterThan(0.5)
    expect(median(times.unknown) / median(times.known)).toBeLessThan(2)
  }, 30_000)
})

test('keys of links are not guessed either', async () => {
  const confirm = (address: string) => refusedBy(from(address).account.confirmEmail.mutate({ key: 'x'.repeat(43) }))
  for (let nth = 0; nth < limitRules.wrongKeysByAddress.points; nth++) {
    expect(await confirm('10.4.0.1')).toEqual({ code: 'key_worthless' })
  }
  expect(await confirm('10.4.0.1')).toEqual(tooMany)
})

test('nobody’s mailbox is filled', async () => {
  const forgot = (address: string) =>
    refusedBy(from(address).account.forgotPassword.mutate({ email: 'victim@example.org', language }))
  for (let nth = 0; nth < limitRules.mailsByRecipient.points; nth++) expect(await forgot(`10.5.${nth}.1`)).toBeNull()
  expect(await forgot('10.5.99.1')).toEqual(tooMany)
})
