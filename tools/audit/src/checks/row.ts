import type { SessionRecord } from '@humuus/db'
import type { WorkshopState } from '@humuus/workshop-engine'

type Course = Pick<SessionRecord, 'status' | 'startedAt' | 'completedAt'>

/** What the session's row says about its course is what its log leads to. */
export function checkRow(row: Course, { flow }: Pick<WorkshopState, 'flow'>): string[] {
  const log: Course = { status: flow.phase, startedAt: flow.startedAt, completedAt: flow.completedAt }
  return (Object.keys(log) as (keyof Course)[]).flatMap((column) =>
    row[column] === log[column]
      ? []
      : [`the session's row says ${column} ${say(row[column])}, its log ${say(log[column])}`],
  )
}

const say = (value: string | number | null): string =>
  typeof value === 'number' ? new Date(value).toISOString() : `${value}`
