import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { trpc } from '../trpc.ts'
import { browserEnvironment } from './browser-environment.ts'
import { createLiveClient } from './live-client.ts'
import { LiveContext } from './live-context.ts'
import { createQueryClient } from './query-client.ts'

const createClients = () => ({ live: createLiveClient(browserEnvironment()), queries: createQueryClient() })

let clients: ReturnType<typeof createClients> | undefined

/** One set per page, however often React builds its tree. */
function pageClients() {
  clients ??= createClients()
  return clients
}

/** Gives everything below it the API: `trpc`, `useIdentity`, `useLiveSession`, `useCommands` and their kin. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [{ live, queries }] = useState(pageClients)
  return (
    <LiveContext value={live}>
      <trpc.Provider client={live.trpc} queryClient={queries}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </trpc.Provider>
    </LiveContext>
  )
}
