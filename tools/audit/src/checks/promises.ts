import type { PageRecord, RefusalRecord } from '@humuus/db'
import type { StoredAction } from '@humuus/workshop-engine'

interface Promises {
  readonly log: readonly StoredAction[]
  readonly refusals: readonly RefusalRecord[]
  readonly pages: readonly PageRecord[]
}

/** What devices were told yes to is in the log; what was refused for good is not, and nothing was answered both ways. */
export function checkPromises({ log, refusals, pages }: Promises): string[] {
  const counted = new Set(log.map(({ commandId }) => commandId))
  const refused = new Set(refusals.map(({ commandId }) => commandId))
  const ofPages = pages.flatMap((page) => {
    const device = `a device of ${page.userId}`
    const toldNo = new Set(page.refused)
    return [
      ...page.acknowledged
        .filter((id) => !counted.has(id))
        .map((id) => `command ${id} was acknowledged to ${device} and is not in the log`),
      ...page.acknowledged
        .filter((id) => toldNo.has(id))
        .map((id) => `command ${id} was both acknowledged and refused to ${device}`),
      ...page.refused
        .filter((id) => counted.has(id))
        .map((id) => `command ${id} was refused to ${device} and is in the log`),
    ]
  })
  const kept = [...refused]
    .filter((id) => counted.has(id))
    .map((id) => `command ${id} was refused for good and is in the log`)
  return [...ofPages, ...kept]
}

/** Final refusals by reason, the most frequent first. */
export function refusedByReason(refusals: readonly RefusalRecord[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { rejection } of refusals) {
    const code = codeOf(rejection)
    sums[code] = (sums[code] ?? 0) + 1
  }
  return Object.fromEntries(Object.entries(sums).sort(([, a], [, b]) => b - a))
}

function codeOf(rejection: RefusalRecord['rejection']): string {
  const isObject = typeof rejection === 'object' && rejection !== null && 'code' in rejection
  return isObject ? String(rejection.code) : 'without a reason'
}
