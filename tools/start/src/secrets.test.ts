import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addKey, keepSecrets } from './secrets.mjs'
import { launch } from './testing/launcher.ts'
import { scratchFolder } from './testing/scratch.ts'

const nothingGiven = { authSecret: null, internalSecret: null, tokenDays: 30 }
const dayMs = 86_400_000

/** A data folder, its secrets at a start after so many days, and what stands in its file. */
function installation() {
  const data = scratchFolder()
  const file = `${data.path}/secrets.json`
  const began = Date.now()
  return {
    path: data.path,
    file,
    start: (days = 0, given: Partial<typeof nothingGiven> | object = {}) =>
      keepSecrets(data.path, { ...nothingGiven, ...given }, began + days * dayMs),
    keysAt: async (days: number, given = {}) =>
      (await keepSecrets(data.path, { ...nothingGiven, ...given }, began + days * dayMs)).authSecret.split(','),
    kept: () => JSON.parse(readFileSync(file, 'utf8')) as { authSecrets: { secret: string; since: string | null }[] },
    [Symbol.dispose]: data[Symbol.dispose],
  }
}

describe('the secrets of an installation', () => {
  test('are 32 random bytes each, made once and kept', async () => {
    using here = installation()
    const made = await here.start()
    expect(Buffer.from(made.authSecret, 'base64url')).toHaveLength(32)
    expect(Buffer.from(made.internalSecret, 'base64url')).toHaveLength(32)
    expect(made.authSecret).not.toBe(made.internalSecret)
    expect(await here.start()).toEqual(made)
    expect(readdirSync(here.path)).toEqual(['secrets.json'])
  })

  test('differ from one installation to the next', async () => {
    using here = installation()
    using there = installation()
    expect((await here.start()).authSecret).not.toBe((await there.start()).authSecret)
  })

  test('can be read by their owner alone, even if somebody opened the file meanwhile', async () => {
    using here = installation()
    const mode = () => statSync(here.file).mode & 0o777
    await here.start()
    expect(mode()).toBe(0o600)
    chmodSync(here.file, 0o644)
    await here.start()
    expect(mode()).toBe(0o600)
  })

  const key = 'k'.repeat(43)
  test.each([
    '',
    '{}',
    '[]',
    'null',
    '{"authSecret":"short","internalSecret":"short"}',
    JSON.stringify({ authSecrets: [], internalSecret: key }),
    JSON.stringify({ authSecrets: [{ secret: key }], internalSecret: key }),
    JSON.stringify({ authSecrets: [{ secret: key, since: 'once' }], internalSecret: key }),
    JSON.stringify({ authSecrets: [{ secret: 'short', since: null }], internalSecret: key }),
  ])('are not replaced when damaged: %j', async (damaged) => {
    using here = installation()
    writeFileSync(here.file, damaged)
    await expect(here.start()).rejects.toThrow(/secrets\.json is damaged/)
    await expect(addKey(here.path)).rejects.toThrow(/secrets\.json is damaged/)
    expect(readFileSync(here.file, 'utf8')).toBe(damaged)
  })
})

describe('keys change with the time', () => {
  test('after 90 days, at a start: the new one signs, and the one before is believed as long as its tokens live', async () => {
    using here = installation()
    const [first] = await here.keysAt(0)
    expect(await here.keysAt(90)).toEqual([first])
    const [second, before] = await here.keysAt(91)
    expect(before).toBe(first)
    expect(second).not.toBe(first)
    expect(await here.keysAt(91 + 31)).toEqual([second, first])
    expect(await here.keysAt(91 + 32)).toEqual([second])
  })

  test('and longer where tokens live longer', async () => {
    using here = installation()
    const given = { tokenDays: 60 }
    await here.keysAt(0, given)
    const both = await here.keysAt(91, given)
    expect(await here.keysAt(91 + 61, given)).toEqual(both)
    expect(await here.keysAt(91 + 62, given)).toHaveLength(1)
  })

  test('where it did not start for a year, nobody who was there on the last day is forgotten', async () => {
    using here = installation()
    const [first] = await here.keysAt(0)
    expect(await here.keysAt(365)).toEqual([expect.any(String), first])
  })

  test('when asked: the new one signs from the next start on, and counts from then', async () => {
    using here = installation()
    const [first] = await here.keysAt(0)
    expect(await addKey(here.path)).toBe(true)
    expect(here.kept().authSecrets.map(({ since }) => since)).toEqual([null, expect.any(String)])
    expect(await addKey(here.path)).toBe(false)
    const [second, before] = await here.keysAt(80)
    expect(before).toBe(first)
    expect(await here.keysAt(80 + 31)).toEqual([second, first])
    expect(await here.keysAt(80 + 32)).toEqual([second])
    expect(await here.keysAt(80 + 90)).toEqual([second])
  })

  test('a file from before keys had dates is taken as it is, as old as it is', async () => {
    using here = installation()
    const [authSecret, internalSecret] = ['a'.repeat(43), 'b'.repeat(43)]
    writeFileSync(here.file, JSON.stringify({ authSecret, internalSecret }))
    const madeAt = new Date(Date.now() - 80 * dayMs)
    utimesSync(here.file, madeAt, madeAt)
    expect(await here.start()).toEqual({ authSecret, internalSecret })
    expect(here.kept()).toEqual({ authSecrets: [{ secret: authSecret, since: madeAt.toISOString() }], internalSecret })
    expect(await here.keysAt(11)).toEqual([expect.any(String), authSecret])
  })
})

describe('several starts at once agree', () => {
  const module = new URL('./secrets.mjs', import.meta.url).href

  /** What so many processes are given that start at the same time. */
  async function atOnce(path: string, count: number) {
    const code = `import { keepSecrets } from ${JSON.stringify(module)}
      const { authSecret } = await keepSecrets(${JSON.stringify(path)}, ${JSON.stringify(nothingGiven)})
      console.log(authSecret)`
    writeFileSync(`${path}/start.mjs`, code)
    const starts = Array.from({ length: count }, () => launch(`${path}/start.mjs`, {}))
    await Promise.all(starts.map((start) => start.ended))
    return starts.map((start) => start.printed())
  }

  test('on the first secrets', async () => {
    using here = installation()
    expect(new Set(await atOnce(here.path, 4)).size).toBe(1)
    expect(readdirSync(here.path).sort()).toEqual(['secrets.json', 'start.mjs'])
  })

  test('on a new key, from a file without dates', async () => {
    using here = installation()
    writeFileSync(here.file, JSON.stringify({ authSecret: 'a'.repeat(43), internalSecret: 'b'.repeat(43) }))
    const longAgo = new Date(Date.now() - 100 * dayMs)
    utimesSync(here.file, longAgo, longAgo)
    const given = await atOnce(here.path, 4)
    expect(new Set(given).size).toBe(1)
    expect(given[0]).toMatch(/^[\w-]{43},a{43}\n$/)
  })

  test('though somebody died in the middle of it', async () => {
    using here = installation()
    writeFileSync(`${here.file}.lock`, JSON.stringify({ pid: process.pid, start: 'long ago', stopping: false }))
    await here.start()
    expect(readdirSync(here.path)).toEqual(['secrets.json'])
  })
})

describe('secrets that are given from outside', () => {
  const [ours, theirs] = ['x'.repeat(32), `${'y'.repeat(32)},${'z'.repeat(32)}`]

  test('win, and nothing is made or kept', async () => {
    using here = installation()
    const given = { authSecret: theirs, internalSecret: ours }
    expect(await here.start(0, given)).toEqual(given)
    expect(readdirSync(here.path)).toEqual([])
  })

  test('one of them: only the other one is made', async () => {
    using here = installation()
    const made = await here.start(0, { authSecret: theirs })
    expect(made.authSecret).toBe(theirs)
    expect(Object.keys(here.kept())).toEqual(['internalSecret'])
    expect((await here.start(0)).internalSecret).toBe(made.internalSecret)
    expect(here.kept().authSecrets).toHaveLength(1)
  })

  test('do not touch what is kept', async () => {
    using here = installation()
    const made = await here.start()
    await here.start(200, { authSecret: theirs })
    expect((await here.start(0)).authSecret).toBe(made.authSecret)
  })
})
