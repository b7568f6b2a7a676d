import { z } from 'zod'

const Count = z.number().min(0)

/** Half of all took at most `p50` ms, all but one in a hundred at most `p99`. */
const Quantiles = z.object({ p50: Count, p99: Count })

/** What every program says of itself every few seconds. */
const Program = z.object({
  /** Epoch ms. */
  startedAt: Count,
  /** How late its work begins because something else goes on, over the last seconds, in ms. */
  eventLoopMs: Quantiles,
  memoryBytes: Count,
})

/** A server in numbers. Rates and quantiles are of the last ten seconds or so. */
export const ServerReport = Program.extend({
  /** Sessions that are open here, by phase. */
  sessions: z.record(z.string(), Count),
  /** People who are connected here. */
  people: Count,
  /** Views that are open here: phones, consoles, screens. */
  views: Count,
  versionsPerSecond: Count,
  /** `null` while nothing was written. */
  appendMs: Quantiles.nullable(),
})
export type ServerReport = z.output<typeof ServerReport>

/** A worker in numbers, since it started. */
export const WorkerReport = Program.extend({
  /** Jobs by queue. */
  done: z.record(z.string(), Count),
  /** Attempts that failed, by queue. */
  failed: z.record(z.string(), Count),
  /** How late timers were in the last minute or so; `null` while there were none. */
  timerLateMs: Quantiles.nullable(),
})
export type WorkerReport = z.output<typeof WorkerReport>
