export interface StartOptions {
  /** How long it may take to be ready, in ms (60 000). */
  readonly withinMs?: number
  /** Start it again whenever it ends before it is ready, as a supervisor would: what it needs may be away, too (false). */
  readonly again?: boolean
}

/** A part of the system that runs as processes of its own, and what can happen to it. */
export interface Breakable {
  /** As in the names of the log files: `server-1`, `worker`, `database`, `redis`. */
  readonly name: string
  /** Its process, or the first of them; `null` while it does not run. */
  readonly pid: number | null
  /** Resolves when it is ready, at once if it is already. Throws, with its last words, when it ends before or is late. */
  start(options?: StartOptions): Promise<void>
  /** In order (SIGTERM); the hard way when that takes longer than 15 s. Resolves when no process of it is left. */
  stop(): Promise<void>
  /** At once and without a word (SIGKILL), all its processes. Resolves when none is left. */
  kill(): Promise<void>
  /** Stopped in order and started again. */
  restart(options?: StartOptions): Promise<void>
  /** Its processes stand still (SIGSTOP): connections stay open and nobody answers. */
  freeze(): Promise<void>
  /** They go on as if nothing had been. */
  thaw(): Promise<void>
  /** Whether it does its work at this moment. */
  isReady(): Promise<boolean>
}
