import type { QueueDepth } from './jobs-port.ts'
import type { ServerReport, WorkerReport } from './program-report.ts'
import type { Trouble } from './trouble.ts'

/** A program that lives. */
interface Alive<Report> {
  readonly id: string
  /** How long ago it said so, in ms. */
  readonly silentMs: number
  /** `null` where it says nothing that we understand: it may be of another version. */
  readonly report: Report | null
}

/** The whole installation in numbers. What cannot be learnt just now is `null`. */
export interface OpsOverview {
  readonly now: number
  readonly troubles: readonly Trouble[]
  readonly servers: readonly (Alive<ServerReport> & { readonly isThisOne: boolean })[] | null
  readonly workers: readonly Alive<WorkerReport>[] | null
  readonly queues: readonly QueueDepth[] | null
  readonly storage: {
    readonly databaseBytes: number | null
    /** What people gave and what was made of it, without what is still on its way. */
    readonly files: { readonly count: number; readonly bytes: number } | null
    /** Of the disk that this server keeps its data on; `null` also where it keeps none. */
    readonly diskFreeBytes: number | null
  }
}

/** For whoever looks after the installation. */
export interface Ops {
  overview(): Promise<OpsOverview>
  /** A worker lives, and says so. */
  workerLives(workerId: string, report: WorkerReport): Promise<void>
}
