import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WrongUse } from '@humuus/args'
import { afterAll, expect, test } from 'vitest'
import { readArgs } from './args.ts'

const folder = mkdtempSync(join(tmpdir(), 'humuus-args-'))
const there = join(folder, 'there.tar.gz')
writeFileSync(there, '')
afterAll(() => rmSync(folder, { recursive: true }))

const read = (...args: string[]) => readArgs(args, folder, Date.UTC(2026, 4, 1, 9, 5))

test('a backup without a name is called after its time, so that names sort', () => {
  expect(read('backup')).toEqual({ does: 'backup', file: join(folder, 'humuus-2026-05-01-0905.tar.gz'), files: true })
})

test('a name is taken from where the person is', () => {
  expect(read('backup', 'mine.tar.gz', '--without-files')).toEqual({
    ...{ does: 'backup', file: join(folder, 'mine.tar.gz'), files: false },
  })
  expect(read('restore', 'there.tar.gz')).toEqual({ does: 'restore', file: there, files: true, replace: false })
  expect(read('restore', there, '--replace')).toMatchObject({ replace: true })
})

test.each([
  [['restore'], 'name one file'],
  [['restore', 'a', 'b'], 'name one file'],
  [['restore', 'missing'], 'there is no file'],
  [['restore', 'there.tar.gz', '--force'], '--force'],
  [['backup', 'there.tar.gz'], 'is there already'],
  [['backup', 'no-folder/x'], 'there is no folder'],
  [['backup', 'a', 'b'], 'one file, not 2'],
  [['backup', '--replace'], '--replace'],
  [['explode'], 'say what to do'],
])('%j is wrong use', (args, words) => {
  expect(() => read(...args)).toThrow(WrongUse)
  expect(() => read(...args)).toThrow(words)
})
