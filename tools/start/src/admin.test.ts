import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAdminWish } from './admin-wish.mjs'
import { inRepository } from './repository.mjs'
import { keepSecrets } from './secrets.mjs'
import { launchCommand } from './testing/launcher.ts'
import { scratchFolder } from './testing/scratch.ts'

/** What `npm run admin` prints and ends with. */
async function admin(args: readonly string[], env: Record<string, string>) {
  const program = inRepository('tools', 'start', 'src', 'admin.mjs')
  const running = launchCommand([process.execPath, program, ...args], env)
  return { code: await running.ended, printed: running.printed() }
}

test.each([
  [[], 'link'],
  [['--list'], 'list'],
  [['--rotate-keys'], 'rotate-keys'],
])('npm run admin %j is understood', (args, wish) => {
  expect(readAdminWish(args)).toBe(wish)
})

test.each([[['list']], [['--list', '--rotate-keys']], [['ann@example.org']]])('npm run admin %j is not', (args) => {
  expect(() => readAdminWish(args)).toThrow(/is not understood: npm run admin makes [^\n]+$/)
})

describe('npm run admin -- --rotate-keys', () => {
  const given = { authSecret: null, internalSecret: null, tokenDays: 30 }

  test('adds a key for the next start, once, and tells nobody', async () => {
    using data = scratchFolder()
    const { authSecret } = await keepSecrets(data.path, given)
    const first = await admin(['--rotate-keys'], { HUMUUS_DATA: data.path })
    expect(first).toEqual({ code: 0, printed: expect.stringMatching(/^A new key [^\n]+ start humuus again[^\n]+\n$/) })
    const again = await admin(['--rotate-keys'], { HUMUUS_DATA: data.path })
    expect(again).toEqual({ code: 0, printed: expect.stringMatching(/^A new key waits already[^\n]+\n$/) })
    const { authSecrets } = JSON.parse(readFileSync(`${data.path}/secrets.json`, 'utf8'))
    expect(authSecrets).toHaveLength(2)
    expect(first.printed).not.toContain(authSecrets[0].secret)
    expect((await keepSecrets(data.path, given)).authSecret).toBe(`${authSecrets[0].secret},${authSecret}`)
  })

  test('has nothing to do before the first start', async () => {
    using data = scratchFolder()
    const { code, printed } = await admin(['--rotate-keys'], { HUMUUS_DATA: data.path })
    expect(code).toBe(1)
    expect(printed).toMatch(/^humuus: there are no keys in [^\n]+\n$/)
  })

  test('says where keys are that were given from outside', async () => {
    using data = scratchFolder()
    await keepSecrets(data.path, given)
    const env = { HUMUUS_DATA: data.path, AUTH_SECRET: 'secret'.repeat(6) }
    const { code, printed } = await admin(['--rotate-keys'], env)
    expect(code).toBe(1)
    expect(printed).toMatch(/^humuus: AUTH_SECRET is set[^\n]+\n$/)
    expect(printed).not.toContain('secret')
  })
})
