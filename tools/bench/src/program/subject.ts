import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onServerCore } from './cores.ts'

interface SubjectOptions {
  /** What Node is given: flags, file and arguments. */
  readonly program: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Folder for a CPU profile, written when it ends. */
  readonly profile?: string | undefined
  /** Held on a core of its own; so unless told otherwise. */
  readonly isPinned?: boolean
}

/** How long a server may take until it is ready, and until it has ended (ms). */
const readyWithinMs = 60_000
const endWithinMs = 15_000

/** A server process that is measured. It ends with this process at the latest. */
export class Subject implements AsyncDisposable {
  readonly #child: ChildProcess
  /** What it said when it was ready. */
  readonly port: number

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
  }

  /** Resolves when it says `{ ready: true, port? }`. Throws with its last words when it ends before. */
  static async start({ program, env, profile, isPinned = true }: SubjectOptions): Promise<Subject> {
    const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
    const command = [process.execPath, ...profiling, ...program]
    const [file = '', ...args] = isPinned ? onServerCore(command) : command
    const child = spawn(file, args, {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let words = ''
    child.stderr?.on('data', (text) => {
      words = `${words}${text}`.slice(-4_000)
    })
    const ready = await Promise.race([
      answer<{ ready: true; port?: number }>(child, 'ready'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`a server ended with ${code} before it was ready:\n${words}`)
      }),
    ])
    return new Subject(child, ready.port ?? Number(env.PORT))
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Time on a core that it has used so far (ms), of all its threads. */
  async cpuMs(): Promise<number> {
    return (await this.ask<{ cpuMs: number }>('cpuMs')).cpuMs
  }

  /** The longest time since this was last asked in which it did nothing else (ms). */
  async longestPauseMs(): Promise<number> {
    return (await this.ask<{ pauseMs: number }>('pauseMs')).pauseMs
  }

  /** What it has in memory, after a collection. */
  async rssBytes(): Promise<number> {
    return (await this.ask<{ rssBytes: number }>('rssBytes')).rssBytes
  }

  /** Asks something over the channel; the answer is the message that has a field of that name. */
  ask<Answer>(what: string, about: object = {}): Promise<Answer> {
    const answered = answer<Answer>(this.#child, what)
    this.#child.send({ ...about, ask: what })
    return answered
  }

  /** In order, as when the launcher goes; the hard way when that takes too long. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null) return
    const gone = once(this.#child, 'exit')
    const impatient = setTimeout(() => this.#child.kill('SIGKILL'), endWithinMs)
    this.#child.disconnect()
    await gone
    clearTimeout(impatient)
  }
}

function answer<Answer>(child: ChildProcess, field: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`a server did not answer "${field}" in time`)), readyWithinMs)
    const hear = (message: object) => {
      if (!(field in message)) return
      child.off('message', hear)
      clearTimeout(late)
      resolve(message as Answer)
    }
    child.on('message', hear)
  })
}
