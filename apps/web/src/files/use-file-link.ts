import { useEffect, useSyncExternalStore } from 'react'
import { fullJitter } from '../live/backoff.ts'
import type { LiveClient } from '../live/live-client.ts'
import { useLiveClient } from '../live/live-context.ts'
import { createFileLinks, type FileLinks, type LinkState } from './file-links.ts'
import { type FileViewer, useFileViewer } from './file-viewer.ts'

/** One store for each pair of eyes, for as long as the page is there. */
const stores = new Map<string, FileLinks>()

function linksFor({ trpc, clock }: LiveClient, { sessionId, role, screenKey }: FileViewer): FileLinks {
  const key = `${role} ${sessionId}`
  const store =
    stores.get(key) ??
    createFileLinks({
      ask: (ids) =>
        trpc.files.links.query({ sessionId, role, ids: [...ids], ...(screenKey !== undefined && { screenKey }) }),
      now: clock.now,
      backoff: fullJitter({ firstMs: 1_000, mostMs: 15_000 }),
    })
  stores.set(key, store)
  return store
}

/** Where a file is, as far as that is known; `renew` for an address that did not work. */
export function useFileLink(fileId: string): LinkState & { readonly renew: () => void } {
  const links = linksFor(useLiveClient(), useFileViewer())
  useEffect(() => links.want(fileId), [links, fileId])
  const state = useSyncExternalStore(links.subscribe, () => links.get(fileId))
  return { ...state, renew: () => links.renew(fileId) }
}
