import { useSearchParams } from 'wouter'
import { ownPath } from './own-path.ts'

/** Where the person came from and goes on to, and the same for an address of the pages in between. */
export function useWayOn(): { readonly to: string; readonly via: (path: string) => string } {
  const [search] = useSearchParams()
  const to = ownPath(search.get('to'))
  return { to, via: (path) => `${path}?to=${encodeURIComponent(to)}` }
}
