import type { RouterOutputs } from '../live/outputs.ts'

export type Overview = RouterOutputs['ops']['overview']

/** All servers together: what adds up is added, of times the worst one counts. `null`: nobody knows. */
export interface Totals {
  readonly sessions: number
  readonly people: number
  readonly views: number
  readonly versionsPerSecond: number
  readonly appendMs: { readonly p50: number; readonly p99: number } | null
  readonly loopMs: number
}

const open = ['lobby', 'active', 'paused'] as const

export function totalsOf({ servers }: Pick<Overview, 'servers'>): Totals | null {
  const reports = servers?.flatMap(({ report }) => (report === null ? [] : [report])) ?? []
  if (reports.length === 0) return null
  const sum = (of: (report: (typeof reports)[number]) => number) => reports.reduce((total, one) => total + of(one), 0)
  const appends = reports.flatMap(({ appendMs }) => (appendMs === null ? [] : [appendMs]))
  return {
    sessions: sum(({ sessions }) => open.reduce((count, phase) => count + (sessions[phase] ?? 0), 0)),
    people: sum(({ people }) => people),
    views: sum(({ views }) => views),
    versionsPerSecond: sum(({ versionsPerSecond }) => versionsPerSecond),
    appendMs: appends.length === 0 ? null : { p50: worst(appends, 'p50'), p99: worst(appends, 'p99') },
    loopMs: Math.max(...reports.map(({ eventLoopMs }) => eventLoopMs.p99)),
  }
}

const worst = (all: readonly { p50: number; p99: number }[], which: 'p50' | 'p99'): number =>
  Math.max(...all.map((one) => one[which]))
