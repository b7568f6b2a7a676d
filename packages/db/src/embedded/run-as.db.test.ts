import { chmod, chown, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { chooseUser } from './run-as.ts'
import { startPostgres } from './start-postgres.ts'
import { shutFolder } from './way-in.ts'

describe.runIf(process.getuid?.() === 0)('started as root', { timeout: 60_000 }, () => {
  it('PostgreSQL runs as a user that is not, and owns its cluster', async () => {
    await using folder = await temporaryFolder()
    const user = await chooseUser(join(folder.path, 'cluster'))
    expect(user?.uid).toBeGreaterThan(0)

    const dataDir = join(folder.path, 'made', 'on', 'the', 'way')
    const postgres = await startPostgres({ dataDir, durable: false })
    expect((await stat(join(dataDir, 'cluster'))).uid).toBe(user?.uid)
    await postgres.stop()
  })

  it('PostgreSQL runs as whoever owns the cluster that is there', async () => {
    await using folder = await temporaryFolder()
    const cluster = join(folder.path, 'cluster')
    await mkdir(cluster)
    await chown(cluster, 12_345, 54_321)
    expect(await chooseUser(cluster)).toEqual({ uid: 12_345, gid: 54_321 })
  })

  it('a shut folder above the data is named, with what to do', async () => {
    await using folder = await temporaryFolder()
    const shut = join(folder.path, 'shut')
    const dataDir = join(shut, 'data')
    await mkdir(dataDir, { recursive: true })
    await chmod(shut, 0o700)
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({
      name: 'DataFolderUnusable',
      message: expect.stringContaining(`who may not enter ${shut}. Choose a folder that every user may enter`),
    })
  })

  it('an open way is recognised as open', async () => {
    await using folder = await temporaryFolder()
    expect(await shutFolder(folder.path, { uid: 12_345, gid: 54_321 })).toBeNull()
  })
})
