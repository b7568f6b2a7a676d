import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepSecrets } from './secrets.mjs'
import { scratchFolder } from './testing/scratch.ts'

describe('the secrets of an installation', () => {
  test('are 32 random bytes each, made once and kept', () => {
    using data = scratchFolder()
    const made = keepSecrets(data.path)
    expect(Buffer.from(made.authSecret, 'base64url')).toHaveLength(32)
    expect(Buffer.from(made.internalSecret, 'base64url')).toHaveLength(32)
    expect(made.authSecret).not.toBe(made.internalSecret)
    expect(keepSecrets(data.path)).toEqual(made)
    expect(readdirSync(data.path)).toEqual(['secrets.json'])
  })

  test('differ from one installation to the next', () => {
    using here = scratchFolder()
    using there = scratchFolder()
    expect(keepSecrets(here.path).authSecret).not.toBe(keepSecrets(there.path).authSecret)
  })

  test('can be read by their owner alone, even if somebody opened the file meanwhile', () => {
    using data = scratchFolder()
    const mode = () => statSync(`${data.path}/secrets.json`).mode & 0o777
    keepSecrets(data.path)
    expect(mode()).toBe(0o600)
    chmodSync(`${data.path}/secrets.json`, 0o644)
    keepSecrets(data.path)
    expect(mode()).toBe(0o600)
  })

  test.each(['', '{}', '{"authSecret":"short","internalSecret":"short"}'])(
    'are not replaced when damaged: %j',
    (damaged) => {
      using data = scratchFolder()
      writeFileSync(`${data.path}/secrets.json`, damaged)
      expect(() => keepSecrets(data.path)).toThrow(/secrets\.json is damaged/)
      expect(readFileSync(`${data.path}/secrets.json`, 'utf8')).toBe(damaged)
    },
  )
})
