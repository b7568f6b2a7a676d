import { type ReactNode, useEffect, useState } from 'react'
import { whenIdle } from '../ui/when-idle.ts'
import { browserEnvironment } from './browser-environment.ts'
import { createLiveClient, fetchHttpCarrier, type LiveClient } from './live-client.ts'
import { LiveContext } from './live-context.ts'

let client: LiveClient | undefined

/** One per page, however often React builds its tree. */
function pageClient(): LiveClient {
  client ??= createLiveClient(browserEnvironment())
  return client
}

/** Gives everything below it the server: `useIdentity`, `useLiveSession`, `useCommands` and their kin. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [live] = useState(pageClient)
  useEffect(() => whenIdle(() => void fetchHttpCarrier().catch(() => undefined)), [])
  useEffect(() => whenIdle(live.keepSignedIn), [live])
  useEffect(() => {
    // Also on the start page: what was kept goes to its workshop, wherever the person is now.
    void live.commands.resume().then((isAnything) => isAnything && live.identity.start())
  }, [live])
  return <LiveContext value={live}>{children}</LiveContext>
}
