import type { ReportPerson } from '@humuus/workshop-engine'
import { personFigures } from './session-report.ts'

export type SortColumn = 'place' | 'name' | 'points' | 'given'

export interface SortOrder {
  readonly column: SortColumn
  readonly descending: boolean
}

/** People in the order of a column; who is equal there keeps the order of places. */
export function sortedPeople(people: readonly ReportPerson[], { column, descending }: SortOrder) {
  const sign = descending ? -1 : 1
  return people.toSorted((a, b) => sign * compared[column](a, b))
}

/** Who was removed has no place and stands behind everybody. */
const lastPlace = Number.MAX_SAFE_INTEGER

const compared: Record<SortColumn, (a: ReportPerson, b: ReportPerson) => number> = {
  place: (a, b) => (a.place ?? lastPlace) - (b.place ?? lastPlace),
  name: (a, b) => a.name.localeCompare(b.name),
  points: (a, b) => a.points - b.points,
  given: (a, b) => personFigures(a).given - personFigures(b).given,
}

/** A click on the head of a column: figures begin with the largest, names and places with the first; again turns it over. */
export function orderAfterClick(order: SortOrder, column: SortColumn): SortOrder {
  if (order.column === column) return { column, descending: !order.descending }
  return { column, descending: column === 'points' || column === 'given' }
}
