import type { FileWork } from '@humuus/api'
import type { FileRetention, FileStore } from '@humuus/db'
import type { Removal } from './removal.ts'
import type { FileSettings } from './settings.ts'

export interface ExpiryParts {
  readonly store: FileStore
  readonly retention: FileRetention
  readonly removal: Removal
  readonly settings: FileSettings
  readonly now: () => number
}

/** Deletes what is due, some at a time. Two who do it at once take turns at the same files, and nobody minds. */
export function expiry({ store, retention, removal, settings, now }: ExpiryParts): FileWork['expire'] {
  return async (limit) => {
    const when = { now: now(), days: settings.days, limit }
    const due = await retention.due(when)
    const orphans = due.length < limit ? await retention.orphanedMedia({ ...when, limit: limit - due.length }) : []
    const ids = [...due, ...orphans]
    const removed = await removal.remove(ids, 'time')
    // What somebody who died had begun.
    if (ids.length < limit) await removal.complete(await store.removed({ limit }))
    return { removed, more: ids.length >= limit }
  }
}
