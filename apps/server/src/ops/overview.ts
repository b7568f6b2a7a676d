import { type OpsOverview, type Ports, ServerReport, WorkerReport } from '@humuus/api'
import type { LivingProgram, ProgramStore } from '@humuus/db'
import type { ZodType } from 'zod'
import type { Disk } from './disk.ts'
import { inTime } from './in-time.ts'
import type { QueueCounts } from './queue-counts.ts'

/** Programs that have been silent for so long are not shown, in ms: a frozen one still is. */
const shownForMs = 30_000

/** Whatever does not answer in time is shown as unknown. */
const patienceMs = 2_000

interface Parts {
  readonly ownId: string
  readonly now: () => number
  readonly servers: Pick<ProgramStore, 'living'>
  readonly workers: Pick<ProgramStore, 'beat' | 'living'>
  readonly queues: () => Promise<readonly QueueCounts[] | null>
  readonly databaseBytes: () => Promise<number>
  readonly fileTotals: () => Promise<{ count: number; bytes: number }>
  readonly disk: Disk
  readonly trouble: Ports['trouble']
}

/** The installation as its admin sees it. It answers also while much of it is away: that is when it is looked at. */
export function opsPort({ ownId, servers, workers, ...parts }: Parts): Ports['ops'] {
  return {
    overview: async (): Promise<OpsOverview> => {
      const [troubles, serving, working, queues, databaseBytes, files, diskFreeBytes] = await Promise.all([
        parts.trouble(),
        known(servers.living(shownForMs)),
        known(workers.living(shownForMs)),
        parts.queues(),
        known(parts.databaseBytes()),
        known(parts.fileTotals()),
        parts.disk.freeBytes(),
      ])
      return {
        now: parts.now(),
        troubles,
        servers: serving?.map((one) => ({ ...read(one, ServerReport), isThisOne: one.id === ownId })) ?? null,
        workers: working?.map((one) => read(one, WorkerReport)) ?? null,
        queues,
        storage: { databaseBytes, files, diskFreeBytes },
      }
    },
    workerLives: (workerId, report) => workers.beat(workerId, report),
  }
}

/** `null` when it is not known in time. */
const known = <Answer>(answer: Promise<Answer>): Promise<Answer | null> => inTime(answer, patienceMs).catch(() => null)

/** A program of another version may say something else. */
function read<Report>({ id, silentMs, report }: LivingProgram, schema: ZodType<Report>) {
  const understood = schema.safeParse(report)
  return { id, silentMs: Math.round(silentMs), report: understood.success ? understood.data : null }
}
