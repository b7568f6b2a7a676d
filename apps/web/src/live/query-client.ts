import { QueryClient } from '@tanstack/react-query'
import { rejectionOf } from './rejection-of.ts'

/** The cache of everything that is asked, not streamed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The browser's word for "offline" does not count: a laptop without a network still reaches its own server.
        networkMode: 'always',
        staleTime: 10_000,
        // What the server refused, it refuses again.
        retry: (failures, error) => rejectionOf(error) === null && failures < 3,
      },
      mutations: { networkMode: 'always' },
    },
  })
}
