import { execFile } from 'node:child_process'
import { chmod, cp, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { installation, postgresPrograms } from './programs.ts'
import { chooseUser } from './run-as.ts'

const run = promisify(execFile)
const { native, version } = installation()

/** The package as an installation without scripts leaves it, in a folder of its own. */
async function unpack(folder: string) {
  await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  await rm(join(folder, 'native', 'lib', 'libpq.so.5'), { force: true })
  return { native: join(folder, 'native'), version }
}

describe('PostgreSQL’s programs', { timeout: 60_000 }, () => {
  const versionOf = async (program: string) => {
    const user = await chooseUser('no cluster yet')
    return (await run(program, ['--version'], { ...user, cwd: '/' })).stdout.trim()
  }

  it('run where npm put them, once the links are made that npm cannot hold', async () => {
    await using folder = await temporaryFolder()
    const installed = await unpack(folder.path)
    const programs = await postgresPrograms(folder.path, await chooseUser('no cluster yet'), installed)
    expect(programs.initdb).toBe(join(installed.native, 'bin', 'initdb'))
    if (process.platform === 'linux') {
      expect(await readlink(join(installed.native, 'lib', 'libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/)
    }
    expect(await versionOf(programs.initdb)).toMatch(/^initdb \(PostgreSQL\) \d+/)
  })

  it('run from a copy in the data folder where they must not be run in place', async () => {
    await using folder = await temporaryFolder()
    await using data = await temporaryFolder()
    const installed = await unpack(folder.path)
    const user = await chooseUser('no cluster yet')
    // As root, PostgreSQL is another user, who is shut out; as anyone else, only a missing permission stops us.
    if (user === null) await chmod(join(installed.native, 'bin', 'postgres'), 0o600)
    else await chmod(folder.path, 0o700)

    const programs = await postgresPrograms(data.path, user, installed)
    expect(programs.postgres).toBe(join(data.path, `postgresql-${version}`, 'bin', 'postgres'))
    expect(await versionOf(programs.postgres)).toMatch(/^postgres \(PostgreSQL\) \d+/)
    expect(await postgresPrograms(data.path, user, installed)).toEqual(programs)
  })
})
