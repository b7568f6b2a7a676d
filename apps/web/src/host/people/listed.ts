import type { HostPerson } from '@humuus/workshop-engine'

/** From this many people on there is a search field. */
export const searchFrom = 12

/** Rows drawn at once: a list nobody reads to its end must not slow the console. */
export const mostRows = 100

const order = { present: 0, away: 1, left: 2, kicked: 3 } as const satisfies Record<HostPerson['standing'], number>

export interface Listed {
  readonly rows: readonly (readonly [string, HostPerson])[]
  /** People that fit the search but are not drawn. */
  readonly hidden: number
  readonly returning: number
  readonly gone: number
}

/** Who is here first, then by order of joining; narrowed by what is sought in the names. */
export function listed(people: Readonly<Record<string, HostPerson>>, sought: string): Listed {
  const all = Object.entries(people)
  const needle = sought.trim().toLocaleLowerCase()
  const fitting = all
    .filter(([, person]) => person.name.toLocaleLowerCase().includes(needle))
    .sort(([, a], [, b]) => order[a.standing] - order[b.standing] || a.seat - b.seat)
  return {
    rows: fitting.slice(0, mostRows),
    hidden: Math.max(0, fitting.length - mostRows),
    returning: all.filter(([, person]) => person.standing === 'away').length,
    gone: all.filter(([, person]) => person.standing === 'left' || person.standing === 'kicked').length,
  }
}
