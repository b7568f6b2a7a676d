import { randomUUID } from 'node:crypto'
import { throttleErrors } from '@humuus/jobs'
import { watchEventLoop } from '@humuus/telemetry'
import type { Logger } from 'pino'
import type { JobNumbers } from './job-numbers.ts'
import type { Lateness } from './lateness.ts'
import type { ServerClient } from './server-client.ts'

/** How often a worker says that it lives, in ms. */
const everyMs = 5_000

interface Parts {
  readonly server: Pick<ServerClient, 'lives'>
  readonly numbers: JobNumbers
  readonly lateness: Pick<Lateness, 'summary'>
  readonly log: Logger
  /** Epoch ms. */
  readonly startedAt: number
}

/** Tells the server every few seconds that this worker lives, and a few numbers for operators. A server that is away is told later. */
export function sayThatItLives({ server, numbers, lateness, log, startedAt }: Parts): { stop(): void } {
  const workerId = randomUUID()
  const eventLoop = watchEventLoop()
  const complain = throttleErrors((error) => log.debug({ err: error }, 'cannot say that this worker lives'))
  const say = () => {
    const late = lateness.summary()
    const report = {
      startedAt,
      eventLoopMs: eventLoop.take(),
      memoryBytes: process.memoryUsage.rss(),
      done: Object.fromEntries(numbers.done),
      failed: Object.fromEntries(numbers.failed),
      timerLateMs: late && { p50: Math.max(0, late.p50), p99: Math.max(0, late.p99) },
    }
    server.lives(workerId, report).catch(complain)
  }
  say()
  const saying = setInterval(say, everyMs)
  return {
    stop: () => {
      clearInterval(saying)
      eventLoop.stop()
    },
  }
}
