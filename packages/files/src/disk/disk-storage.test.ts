import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storageContract } from '../storage.contract.ts'
import { openDiskStorage } from './disk-storage.ts'

async function folder() {
  const dir = await mkdtemp(join(tmpdir(), 'humuus-files-'))
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true }) }
}

storageContract('on a disk', async () => {
  const place = await folder()
  return {
    storage: await openDiskStorage({ dir: join(place.dir, 'files') }),
    [Symbol.asyncDispose]: place[Symbol.asyncDispose],
  }
})

test('what a process that died had begun is cleared away when the folder is opened; what is being written stays', async () => {
  await using place = await folder()
  await openDiskStorage(place)
  const unfinished = join(place.dir, '.unfinished')
  for (const name of ['old', 'new']) await writeFile(join(unfinished, name), 'half of a fi')
  const twoHoursAgo = Date.now() / 1_000 - 7_200
  await utimes(join(unfinished, 'old'), twoHoursAgo, twoHoursAgo)
  await openDiskStorage(place)
  expect(await readdir(unfinished)).toEqual(['new'])
})

test('nobody else may look into the folder; what it stands in stays open to those who have theirs there', async () => {
  const above = await mkdtemp(join(tmpdir(), 'humuus-files-'))
  const data = join(above, 'data')
  await openDiskStorage({ dir: join(data, 'files') })
  const modeOf = async (path: string) => (await stat(path)).mode & 0o777
  expect(await modeOf(join(data, 'files'))).toBe(0o700)
  expect(await modeOf(data)).toBe(0o777 & ~process.umask())
  await rm(above, { recursive: true })
})

test('a folder that cannot be made is named', async () => {
  await using place = await folder()
  await writeFile(join(place.dir, 'file'), '')
  await expect(openDiskStorage({ dir: join(place.dir, 'file', 'below') })).rejects.toThrow('ENOTDIR')
})
