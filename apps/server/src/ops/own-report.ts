import type { ServerReport } from '@humuus/api'
import type { EventLoop } from '@humuus/telemetry'
import type { Census } from '../rooms/rooms.ts'
import { type Numbers, recentMs } from './numbers.ts'
import { Rate } from './rate.ts'

interface Parts {
  readonly numbers: Numbers
  readonly census: () => Census
  readonly eventLoop: EventLoop
  /** Epoch ms. */
  readonly startedAt: number
}

const tenths = (value: number): number => Math.round(value * 10) / 10

/** What this server says of itself to the others, every time it says that it lives. */
export function ownReport({ numbers, census, eventLoop, startedAt }: Parts): () => ServerReport {
  const versions = new Rate(recentMs)
  return () => {
    const { sessions, people, views } = census()
    const appendMs = numbers.appendMs.quantiles()
    const late = eventLoop.take()
    return {
      startedAt,
      sessions: Object.fromEntries(sessions),
      people,
      views: [...views.values()].reduce((sum, count) => sum + count, 0),
      versionsPerSecond: tenths(versions.perSecond(numbers.versions)),
      appendMs: appendMs && { p50: tenths(appendMs.p50), p99: tenths(appendMs.p99) },
      eventLoopMs: { p50: tenths(late.p50), p99: tenths(late.p99) },
      memoryBytes: process.memoryUsage.rss(),
    }
  }
}
