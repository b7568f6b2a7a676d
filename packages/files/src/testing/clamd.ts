import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { delimiter, join } from 'node:path'

/** A scanner for tests, which knows one virus: the test file of EICAR. */
export interface ClamdForTests extends AsyncDisposable {
  /** For `CLAMAV_URL`. */
  readonly url: string
  readonly port: number
  /** The same over a socket in the file system. */
  readonly socketUrl: string
  /** Ends it without a word, as a crash would. */
  kill(): Promise<void>
}

/** Why there is none, in words for the report of a test run. */
export interface NoClamd {
  readonly missing: string
}

export interface ClamdOptions {
  /** More than so many bytes it does not take (`StreamMaxLength`). */
  readonly longest?: number
  /** What is larger it takes, but does not look into (`MaxFileSize`). */
  readonly largest?: number
  /** On which it listens; a free one if none is given. */
  readonly port?: number
}

/** What every scanner finds, and no virus; in two halves, or scanners would find it here. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')

/** A clamd from the PATH that leaves nothing behind, or the reason for none. Throws where `HUMUUS_TEST_ALL=1` insists on one. */
export async function findClamd(options: ClamdOptions = {}): Promise<ClamdForTests | NoClamd> {
  const started = await startClamd(options)
  if (!('missing' in started) || process.env.HUMUUS_TEST_ALL !== '1') return started
  throw new Error(`HUMUUS_TEST_ALL=1 insists on clamd: ${started.missing}`)
}

async function startClamd({
  longest = 60_000_000,
  largest = longest,
  port,
}: ClamdOptions): Promise<ClamdForTests | NoClamd> {
  // In a short folder: names of sockets may have some hundred characters.
  const dir = await mkdtemp('/tmp/clamd-')
  const socket = join(dir, 'clamd.sock')
  const on = port ?? (await freePort())
  await writeFile(join(dir, 'test.ndb'), `Eicar-Test-Signature:0:*:${Buffer.from(eicar).toString('hex')}\n`)
  const settings = [
    `DatabaseDirectory ${dir}`,
    `TemporaryDirectory ${dir}`,
    'TCPAddr 127.0.0.1',
    `TCPSocket ${on}`,
    `LocalSocket ${socket}`,
    'Foreground yes',
    `StreamMaxLength ${longest}`,
    `MaxFileSize ${largest}`,
    'MaxThreads 4',
    'ConcurrentDatabaseReload no',
    'SelfCheck 3600',
  ]
  await writeFile(join(dir, 'clamd.conf'), `${settings.join('\n')}\n`)
  // Not everybody's PATH leads to where daemons are.
  const PATH = [process.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(delimiter)
  const child = spawn('clamd', ['--config-file', join(dir, 'clamd.conf')], {
    stdio: 'ignore',
    env: { ...process.env, PATH },
  })
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const ended = new Promise<NoClamd>((resolve) => {
    child.once('error', () => resolve({ missing: 'there is no clamd on the PATH' }))
    child.once('exit', (code) => resolve({ missing: `clamd ended with code ${code}` }))
  }).finally(() => process.off('exit', end))

  const kill = async () => {
    end()
    await ended
  }
  const stop = async () => {
    await kill()
    await rm(dir, { recursive: true, force: true })
  }
  const running = {
    url: `tcp://127.0.0.1:${on}`,
    port: on,
    socketUrl: `unix:${socket}`,
    kill,
    [Symbol.asyncDispose]: stop,
  }
  const first = await Promise.race([ended, untilItAnswers(on, child).then(() => running)])
  if ('missing' in first) await stop()
  return first
}

async function untilItAnswers(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const socket = connect(port, '127.0.0.1')
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
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
