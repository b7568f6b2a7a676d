import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../testing/execute.ts'
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.ts'
import { isAlive, lockHolder } from './lock-file.ts'
import { startPostgres } from './start-postgres.ts'

const host = (dataDir: string) => `
  import { startPostgres } from ${JSON.stringify(new URL('index.ts', import.meta.url).href)}
  const { url } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false })
  console.log(url)
`

/** A process of its own that starts an embedded PostgreSQL and then waits. */
async function anotherProcess(dataDir: string) {
  const flags = ['--import', 'tsx', '--conditions=@humuus/source', '--input-type=module', '-e', host(dataDir)]
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, url }
}

describe('the database of a process that dies', { timeout: 60_000 }, () => {
  let folder: TemporaryFolder
  beforeAll(async () => {
    folder = await temporaryFolder()
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  it.each(['SIGKILL', 'SIGTERM'] as const)('by %s ends by itself and keeps what was committed', async (signal) => {
    const { child, url } = await anotherProcess(folder.path)
    await execute(url, `CREATE TABLE kept_${signal} AS SELECT 42 AS answer`)
    const pid = (await lockHolder(join(folder.path, 'cluster'))) ?? 0
    expect(isAlive(pid)).toBe(true)

    child.kill(signal)
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)

    const next = await startPostgres({ dataDir: folder.path, durable: false })
    expect(await execute(next.url, `SELECT answer FROM kept_${signal}`)).toEqual([{ answer: 42 }])
    await next.stop()
  })

  it('does not hear the Ctrl-C that its process hears, so that servers can finish with it first', async () => {
    const postgres = await startPostgres({ dataDir: folder.path, durable: false })
    const pid = (await lockHolder(join(folder.path, 'cluster'))) ?? 0
    const [ours, its] = await Promise.all([processGroup(process.pid), processGroup(pid)])
    expect(its).not.toBe(ours)
    await postgres.stop()
  })
})

async function processGroup(pid: number): Promise<string> {
  const ps = spawn('ps', ['-o', 'pgid=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [group] = (await once(createInterface(ps.stdout), 'line')) as [string]
  return group.trim()
}
