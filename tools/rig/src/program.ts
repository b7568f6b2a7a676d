import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { pause } from '@humuus/client'
import type { Breakable, StartOptions } from './breakable.ts'
import { lastWords } from './last-words.ts'
import { signal } from './signal.ts'
import { type Watchdog, watchdog } from './watchdog.ts'

export interface ProgramOptions {
  readonly name: string
  /** Program and arguments. */
  readonly command: readonly [string, ...string[]]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** The file to which all it says is added. */
  readonly log: string
  /** Whether it does its work; `announced`: it has said `{ ready: true }` over its IPC channel. */
  readonly check: (announced: boolean) => Promise<boolean> | boolean
  /** Told when it ends although it was ready and nobody asked it to. */
  readonly onDeath: (how: string) => void
}

interface Life {
  readonly child: ChildProcess
  readonly pid: number
  readonly gone: Promise<unknown>
  readonly guard: Watchdog
  announced: boolean
  /** It has done its work: before that, an end is a start that failed. */
  wasReady: boolean
  /** In words, once it has ended. */
  how: string | null
  /** We have asked it to end. */
  asked: boolean
}

/** How long an end in order may take, in ms. */
const graceMs = 15_000
const lookEveryMs = 20
const againAfterMs = 250

/** One process: a server, the worker, Redis. It ends with this process at the latest. */
export class Program implements Breakable {
  readonly #options: ProgramOptions
  #life: Life | null = null
  #frozen: Watchdog | null = null

  constructor(options: ProgramOptions) {
    this.#options = options
  }

  get name(): string {
    return this.#options.name
  }

  get pid(): number | null {
    return this.#life?.pid ?? null
  }

  async start({ withinMs = 60_000, again = false }: StartOptions = {}): Promise<void> {
    const end = performance.now() + withinMs
    let life = this.#life ?? (await this.#launch())
    while (!(await this.isReady())) {
      if (life.how !== null) {
        if (!again || life.asked) throw new Error(`${this.name} ended before it was ready: ${this.#trouble(life.how)}`)
        await pause(againAfterMs)
        life = this.#life ?? (await this.#launch())
      }
      if (performance.now() > end)
        throw new Error(`${this.name} is not ready in time: ${this.#trouble('it still runs')}`)
      await pause(lookEveryMs)
    }
    life.wasReady = true
  }

  async stop(): Promise<void> {
    const life = this.#life
    if (life === null) return
    await this.thaw()
    life.asked = true
    signal('SIGTERM', [life.pid])
    const patience = new AbortController()
    await Promise.race([life.gone, pause(graceMs, patience.signal)])
    patience.abort()
    await this.kill()
  }

  async kill(): Promise<void> {
    const life = this.#life
    if (life === null) return
    life.asked = true
    signal('SIGKILL', [life.pid])
    await life.gone
  }

  async restart(options?: StartOptions): Promise<void> {
    await this.stop()
    await this.start(options)
  }

  async freeze(): Promise<void> {
    if (this.#life === null || this.#frozen !== null) return
    this.#frozen = watchdog('CONT', [this.#life.pid])
    signal('SIGSTOP', [this.#life.pid])
  }

  async thaw(): Promise<void> {
    const frozen = this.#frozen
    this.#frozen = null
    await frozen?.bark()
  }

  /** Whether it was frozen and not thawed since. */
  get isFrozen(): boolean {
    return this.#frozen !== null
  }

  async isReady(): Promise<boolean> {
    if (this.#life === null || this.isFrozen) return false
    return this.#options.check(this.#life.announced)
  }

  async #launch(): Promise<Life> {
    const { command, cwd, env, log } = this.#options
    const [file, ...args] = command
    const out = openSync(log, 'a')
    // A process group of its own: Ctrl-C in the terminal is for us alone.
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', out, out, 'ipc'] })
    closeSync(out)
    if (child.pid === undefined) {
      const [error] = (await once(child, 'error').catch((reason) => [reason])) as [Error]
      throw new Error(`${this.name} cannot be run: ${error.message}`)
    }
    const life: Life = {
      child,
      pid: child.pid,
      gone: once(child, 'exit').then(([code, by]) => this.#ended(life, by ?? `exit code ${code}`)),
      guard: watchdog('KILL', [child.pid]),
      announced: false,
      wasReady: false,
      how: null,
      asked: false,
    }
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message) life.announced = true
    })
    this.#life = life
    return life
  }

  #ended(life: Life, how: string): void {
    life.how = how
    life.guard.leave()
    this.#frozen?.leave()
    this.#frozen = null
    this.#life = null
    if (!life.asked && life.wasReady) this.#options.onDeath(how)
  }

  #trouble(how: string): string {
    return `${how}\n${lastWords(this.#options.log)}`
  }
}
