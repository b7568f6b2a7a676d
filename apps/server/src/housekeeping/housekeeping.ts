import { type CommandResult, type Housekeeping, type HousekeepingTask, refusal } from '@humuus/api'
import type { Batch, LeftoverStore } from '@humuus/db'

interface Parts {
  readonly leftovers: LeftoverStore
  /** Ends a session that nobody came to, as its log will say; leaves any other alone. */
  readonly abandon: (sessionId: string) => Promise<CommandResult>
  /** Forgets somebody as if they had removed their account. */
  readonly removePerson: (userId: string) => Promise<void>
  readonly now: () => number
  /** Rows that a round takes at most, and people or sessions. */
  readonly most?: { readonly rows: number; readonly each: number }
}

const dayMs = 86_400_000

/** How old something is when it is cleared away, in ms. */
export const ages = {
  'empty-lobbies': 2 * dayMs,
  'unused-devices': 365 * dayMs,
  'old-sign-ins': 30 * dayMs,
  'used-keys': dayMs,
  'old-mails': 30 * dayMs,
  'old-limits': 0,
} as const satisfies Record<HousekeepingTask, number>

/** Clears away what nobody needs any more, a round at a time. */
export function housekeeper(parts: Parts): Housekeeping {
  const { leftovers, abandon, removePerson, now, most = { rows: 2_000, each: 50 } } = parts

  const rows = (remove: (batch: Batch) => Promise<number>) => async (before: number) => {
    const cleared = await remove({ before, limit: most.rows })
    return { cleared, isMore: cleared === most.rows }
  }

  const each = async (ids: readonly string[], clear: (id: string) => Promise<boolean>) => {
    let cleared = 0
    for (const id of ids) if (await clear(id)) cleared += 1
    // What is left alone today must not be asked for again and again.
    return { cleared, isMore: ids.length === most.each && cleared > 0 }
  }

  const isStillUnused = async (id: string, before: number) =>
    (await leftovers.unusedDevicePeople({ before, now: now(), limit: 1, only: id })).length > 0

  const rounds = {
    'empty-lobbies': async (before) =>
      each(await leftovers.emptyLobbies({ before, limit: most.each }), async (id) => {
        const result = await abandon(id)
        if (!result.ok && result.rejection.code === 'unavailable') throw refusal('unavailable')
        return result.ok && (await leftovers.emptyLobbies({ before, limit: 1, only: id })).length === 0
      }),
    'unused-devices': async (before) =>
      each(await leftovers.unusedDevicePeople({ before, now: now(), limit: most.each }), async (id) => {
        // They may have come back since the list was made.
        if (!(await isStillUnused(id, before))) return false
        await removePerson(id)
        return true
      }),
    'old-sign-ins': rows(leftovers.removeSignIns),
    'used-keys': rows(leftovers.removeKeys),
    'old-mails': rows(leftovers.removeSentMails),
    'old-limits': rows(leftovers.removeLimits),
  } satisfies Record<HousekeepingTask, (before: number) => ReturnType<Housekeeping>>

  return (task) => rounds[task](now() - ages[task])
}
