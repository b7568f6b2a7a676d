import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFingerprint } from './source-fingerprint.mjs'
import { scratchFolder } from './testing/scratch.ts'

function sources() {
  const folder = scratchFolder()
  const write = (name: string, text: string) => {
    mkdirSync(`${folder.path}/${name}/..`.replace(/\/[^/]+\/\.\.$/, ''), { recursive: true })
    writeFileSync(`${folder.path}/${name}`, text)
  }
  write('src/a.ts', 'one')
  write('src/b.ts', 'two')
  return { ...folder, write, print: () => sourceFingerprint([folder.path]), [Symbol.dispose]: folder[Symbol.dispose] }
}

describe('the fingerprint of the sources', () => {
  test('stays while nothing changes', () => {
    using folder = sources()
    expect(folder.print()).toBe(folder.print())
  })

  test('stays when the whole is moved', () => {
    using folder = sources()
    const before = sourceFingerprint([`${folder.path}/src`])
    renameSync(`${folder.path}/src`, `${folder.path}/other`)
    mkdirSync(`${folder.path}/deeper`)
    renameSync(`${folder.path}/other`, `${folder.path}/deeper/src`)
    expect(sourceFingerprint([`${folder.path}/deeper/src`])).toBe(before)
  })

  const changes: [string, (folder: ReturnType<typeof sources>) => void][] = [
    ['a text that grew', ({ write }) => write('src/a.ts', 'longer')],
    ['a text of the same length that was saved again', ({ path }) => utimesSync(`${path}/src/a.ts`, 1, 1)],
    ['a new file', ({ write }) => write('src/c.ts', '')],
    ['a file that is gone', ({ path }) => rmSync(`${path}/src/b.ts`)],
  ]
  test.each(changes)('changes with %s', (_, change) => {
    using folder = sources()
    const before = folder.print()
    change(folder)
    expect(folder.print()).not.toBe(before)
  })

  test.each([
    'dist/a.js',
    'node_modules/x/index.js',
    'src/generated/client.ts',
    'src/a.test.ts',
    'src/a.spec.ts',
    '.turbo/log',
  ])('does not look at %s', (name) => {
    using folder = sources()
    const before = folder.print()
    folder.write(name, 'new')
    expect(folder.print()).toBe(before)
  })
})
