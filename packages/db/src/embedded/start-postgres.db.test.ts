import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../testing/execute.ts'
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.ts'
import { DataFolderInUse, DataFolderUnusable, PostgresFailed } from './errors.ts'
import { isAlive, lockHolder } from './lock-file.ts'
import { runningPostgres } from './running-postgres.ts'
import { type EmbeddedPostgres, startPostgres } from './start-postgres.ts'

describe('an embedded PostgreSQL', { timeout: 60_000 }, () => {
  let folder: TemporaryFolder
  const running: EmbeddedPostgres[] = []

  const start = async (options: { port?: number; dataDir?: string } = {}) => {
    const postgres = await startPostgres({ dataDir: folder.path, durable: false, ...options })
    running.push(postgres)
    return postgres
  }
  const postmaster = () => lockHolder(join(folder.path, 'cluster'))
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'no refusal',
      (error: unknown) => error,
    )

  // One folder for all, because making a cluster is slow; each test leaves it as it found it.
  beforeAll(async () => {
    folder = await temporaryFolder()
  })
  afterEach(async () => {
    for (const postgres of running.splice(0)) await postgres.stop()
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  it('finds its data again after it was stopped, and leaves no process when it is', async () => {
    const first = await start()
    await execute(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const pid = await postmaster()
    expect(pid !== null && isAlive(pid)).toBe(true)
    await Promise.all([first.stop(), first.stop(), first.ended])
    expect(pid !== null && isAlive(pid)).toBe(false)

    const second = await start()
    expect(await execute(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  it('is found by another program that knows its folder, as long as it runs', async () => {
    expect(await runningPostgres(join(folder.path, 'nothing here'))).toBeNull()
    const { url, stop } = await start()
    expect(await runningPostgres(folder.path)).toBe(url)
    await stop()
    expect(await runningPostgres(folder.path)).toBeNull()
  })

  it('speaks UTF-8, sorts by bytes, lives in UTC and listens to this machine alone', async () => {
    const { url, port } = await start()
    const settings = `SELECT current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
      current_setting('listen_addresses') AS addresses, current_setting('port')::int AS port,
      current_setting('unix_socket_directories') AS sockets, datcollate AS collation, datname AS name
      FROM pg_database WHERE datname = current_database()`
    expect(await execute(url, settings)).toEqual([
      { encoding: 'UTF8', zone: 'UTC', addresses: '127.0.0.1', port, sockets: '', collation: 'C', name: 'humuus' },
    ])
  })

  it('lets nobody in without the password, which only its owner can read', async () => {
    const { url } = await start()
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(execute(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    const file = join(folder.path, 'password')
    expect(await readFile(file, 'utf8')).toBe(new URL(url).password)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('refuses a data folder that another instance uses, and leaves that one alone', async () => {
    const first = await start()
    const error = await refusal(start())
    expect(error).toBeInstanceOf(DataFolderInUse)
    expect(error).toMatchObject({ pid: await postmaster(), message: expect.stringContaining(folder.path) })
    expect(await execute(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('lets one of two win that start at the same moment on an empty folder', async () => {
    await using fresh = await temporaryFolder()
    const attempts = [start({ dataDir: fresh.path }), start({ dataDir: fresh.path })]
    const outcomes = await Promise.all(attempts.map(refusal))
    expect(outcomes).toContain('no refusal')
    expect(outcomes).toContainEqual(expect.any(DataFolderInUse))
    expect(await execute(running[0]?.url ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await running.pop()?.stop()
  })

  it('starts again after it was killed, with all that was committed', async () => {
    const first = await start()
    await execute(first.url, 'CREATE TABLE survived AS SELECT 42 AS answer')
    process.kill((await postmaster()) ?? 0, 'SIGKILL')
    await first.ended
    expect(await postmaster()).not.toBeNull()

    const second = await start()
    expect(await execute(second.url, 'SELECT answer FROM survived')).toEqual([{ answer: 42 }])
  })

  it('is not fooled by an old lock file whose number now belongs to another program', async () => {
    const first = await start()
    const lock = join(folder.path, 'cluster', 'postmaster.pid')
    const [, ...rest] = (await readFile(lock, 'utf8')).split('\n')
    await first.stop()
    await writeFile(lock, [process.ppid, ...rest].join('\n'))
    await expect(start()).resolves.toMatchObject({ port: expect.any(Number) })
  })

  it('listens on the port it is given, and says so when that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const port = (other.address() as { port: number }).port
    const error = await refusal(start({ port }))
    expect(error).toBeInstanceOf(PostgresFailed)
    expect(error).toMatchObject({ message: `port ${port} of 127.0.0.1 is taken by another program` })

    await new Promise((resolve) => other.close(resolve))
    expect(await start({ port })).toMatchObject({ port })
  })

  it('says in words when the data folder is a file', async () => {
    const file = join(folder.path, 'file')
    await writeFile(file, '')
    for (const dataDir of [file, join(file, 'below')]) {
      expect(await refusal(startPostgres({ dataDir }))).toBeInstanceOf(DataFolderUnusable)
    }
  })

  it('says in words when the password of a database is lost', async () => {
    await (await start()).stop()
    const file = join(folder.path, 'password')
    const password = await readFile(file, 'utf8')
    await writeFile(file, 'another')
    expect(await refusal(start())).toMatchObject({ message: expect.stringContaining('password authentication failed') })
    expect(await postmaster()).toBeNull()
    await rename(file, `${file}.moved`)
    expect(await refusal(start())).toBeInstanceOf(DataFolderUnusable)
    await rename(`${file}.moved`, file)
    await writeFile(file, password)
  })

  it('says in words when the data is of another version of PostgreSQL', async () => {
    await (await start()).stop()
    const file = join(folder.path, 'cluster', 'PG_VERSION')
    const version = await readFile(file, 'utf8')
    await writeFile(file, '9\n')
    const error = await refusal(start())
    await writeFile(file, version)
    expect(error).toBeInstanceOf(DataFolderUnusable)
    expect(error).toMatchObject({ message: expect.stringContaining('another version of PostgreSQL') })
  })
})
