import { createContext, useContext } from 'react'
import type { LiveClient } from './live-client.ts'

/** The live client of the page. */
export const LiveContext = createContext<LiveClient | null>(null)

/** The live client of the page; throws on a page without it. */
export function useLiveClient(): LiveClient {
  const client = useContext(LiveContext)
  if (client === null) throw new Error('useLiveClient is for pages with `withLive`')
  return client
}
