import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface System extends AsyncDisposable {
  readonly url: string
  /** Ms from the command to `/readyz`. */
  readonly startedAfterMs: number
  /** What it printed so far. */
  output(): string
  /** Ctrl-C, and wait until it is gone; resolves to the exit code. */
  stop(): Promise<number | null>
}

/** A data folder that PostgreSQL's own user can enter, too, where tests run as root. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'humuus-e2e-'))
  await chmod(folder, 0o755)
  return folder
}

/** Runs `npm start` on a free port, as a newcomer would. */
export async function npmStart(data: string, env: Record<string, string> = {}): Promise<System> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, HUMUUS_DATA: data, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)))
  const url = `http://127.0.0.1:${port}`
  await ready(url, child, () => said)
  const stop = () => interrupt(child)
  return {
    url,
    startedAfterMs: performance.now() - began,
    output: () => said,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${said()}`)
    const response = await fetch(`${url}/readyz`).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** As a terminal does it: the interrupt reaches npm and everything it started. */
async function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.pid === undefined) return child.exitCode
  const exit = once(child, 'exit')
  process.kill(-child.pid, 'SIGINT')
  await exit
  return child.exitCode
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
