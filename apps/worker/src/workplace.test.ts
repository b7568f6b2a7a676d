import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWorkplace } from './workplace.ts'

async function place() {
  const dir = await mkdtemp(join(tmpdir(), 'humuus-workplace-'))
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) }
}

test('a folder is there while it is used, and gone with all that is in it', async () => {
  await using world = await place()
  const workplace = openWorkplace(join(world.dir, 'work'))
  {
    await using folder = await workplace.folder()
    await writeFile(join(folder.path, 'half'), 'x')
    expect(await readdir(join(world.dir, 'work'))).toHaveLength(1)
  }
  expect(await readdir(join(world.dir, 'work'))).toEqual([])
})

test('what a worker that died left behind is cleared away, what one that lives uses is not', async () => {
  await using world = await place()
  const workplace = openWorkplace(world.dir)
  await using ours = await workplace.folder()
  const { pid } = spawnSync(process.execPath, ['--version'])
  await mkdir(join(world.dir, `${pid}-abc`))
  await writeFile(join(world.dir, `${pid}-abc`, 'original.jpg'), 'x')
  const old = join(world.dir, `${process.pid}-old`)
  await mkdir(old)
  await utimes(old, 0, 0)
  await workplace.tidy()
  expect((await readdir(world.dir)).map((name) => join(world.dir, name))).toEqual([ours.path])
})

test('there may be nothing to clear away', async () => {
  await openWorkplace('/nowhere/at/all').tidy()
})
