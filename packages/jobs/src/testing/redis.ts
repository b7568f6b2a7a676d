import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Redis for tests. */
export interface RedisForTests extends AsyncDisposable {
  readonly url: string
}

/** Why there is none, in words for the report of a test run. */
export interface NoRedis {
  readonly missing: string
}

/**
 * The Redis of `REDIS_URL`, or one of its own from the PATH that leaves nothing behind, or the reason for neither.
 * Throws where `HUMUUS_TEST_ALL=1` insists on one.
 */
export async function findRedis(): Promise<RedisForTests | NoRedis> {
  const given = process.env.REDIS_URL
  if (given) return { url: given, [Symbol.asyncDispose]: async () => undefined }

  const started = await startRedis()
  if (!('missing' in started) || process.env.HUMUUS_TEST_ALL !== '1') return started
  throw new Error(`HUMUUS_TEST_ALL=1 insists on Redis: ${started.missing}`)
}

/** A Redis of its own from the PATH, or the reason why there is none. */
export async function startRedis({ hz = 100 } = {}): Promise<RedisForTests | NoRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'humuus-redis-'))
  const port = await freePort()
  const nothingKept = ['--save', '', '--appendonly', 'no', '--dir', dir]
  const server = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--hz', `${hz}`, ...nothingKept])
  const kill = () => server.kill()
  process.once('exit', kill)
  const ended = new Promise<NoRedis>((resolve) => {
    server.once('error', () => resolve({ missing: 'REDIS_URL is not set and there is no redis-server on the PATH' }))
    server.once('exit', (code) => resolve({ missing: `redis-server ended with code ${code}` }))
  }).finally(() => process.off('exit', kill))

  const stop = async () => {
    kill()
    await ended
    await rm(dir, { recursive: true, force: true })
  }
  const accepting = new Promise<RedisForTests>((resolve) => {
    server.stdout.on('data', (text) => {
      if (`${text}`.includes('Ready to accept'))
        resolve({ url: `redis://127.0.0.1:${port}`, [Symbol.asyncDispose]: stop })
    })
  })
  const first = await Promise.race([accepting, ended])
  if ('missing' in first) await stop()
  return first
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
