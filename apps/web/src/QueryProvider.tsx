import { QueryClientProvider } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useLiveClient } from './live/live-context.ts'
import { createQueryClient } from './live/query-client.ts'
import { trpc } from './trpc.ts'

/** One cache per page load, however many pages are visited. */
const queries = createQueryClient()

/** The page with the hooks of `trpc` at its disposal. Desk pages only: a phone does without their weight. */
export function withQueries(Page: ComponentType): ComponentType {
  return function PageWithQueries() {
    const live = useLiveClient()
    return (
      <trpc.Provider client={live.trpc} queryClient={queries}>
        <QueryClientProvider client={queries}>
          <Page />
        </QueryClientProvider>
      </trpc.Provider>
    )
  }
}
