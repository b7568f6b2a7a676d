import { useSyncExternalStore } from 'react'
import { laterSender } from '../../../files/sending/later-sender.ts'
import { fullJitter } from '../../../live/backoff.ts'
import type { LiveClient } from '../../../live/live-client.ts'
import { useLiveClient } from '../../../live/live-context.ts'
import { openShelves } from '../../../live/shelves.ts'
import { sayUploadsUnderWay } from '../../../live/uploads-under-way.ts'
import { lastingShelf } from './upload-shelf.ts'
import type { UploadState } from './upload-state.ts'
import { createUploads, type Uploads } from './uploads.ts'

/** They go on while the page is open, whichever step is shown. */
const sessions = new Map<string, Uploads>()
const shelves = openShelves()

/** Only who gives files needs it. */
export const fetchTus = () => import('../../../files/sending/send-file.ts')

function uploadsOf({ signals, identity, headers }: LiveClient, sessionId: string): Uploads {
  const known = sessions.get(sessionId)
  if (known !== undefined) return known
  const uploads = createUploads({
    sessionId,
    shelf: lastingShelf(shelves),
    sender: laterSender(async () => (await fetchTus()).tusSender(headers)),
    signals,
    backoff: fullJitter({ firstMs: 1_000, mostMs: 15_000 }),
    renew: () => identity.renew(),
    now: Date.now,
    underWay: sayUploadsUnderWay,
  })
  sessions.set(sessionId, uploads)
  return uploads
}

/** The files of this session that are on their way from this browser; those that were kept go on at once. */
export function useUploads(sessionId: string): Uploads & { readonly states: readonly UploadState[] } {
  const uploads = uploadsOf(useLiveClient(), sessionId)
  const states = useSyncExternalStore(uploads.list.subscribe, uploads.list.get)
  return { ...uploads, states }
}
