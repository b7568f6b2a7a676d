import type { Parcel } from './parcel.ts'

/**
 * What the service worker does with a request. `page`: from the network, else what is kept · `part`: what is kept, else from the
 * network · `useful`: a part that is kept from then on · `none`: not its business, as is everything of the API.
 */
export type RequestKind = 'page' | 'part' | 'useful' | 'none'

/** Pages that open without a network: joining, and taking part. */
const isPhonePage = (path: string): boolean => path === '/' || /^\/s\/[^/]*$/.test(path)

interface Asked {
  readonly method: string
  readonly mode: string
  readonly url: string
}

export function requestKind(request: Asked, origin: string, parcel: Parcel): RequestKind {
  const { origin: asked, pathname } = new URL(request.url)
  if (request.method !== 'GET' || asked !== origin) return 'none'
  if (request.mode === 'navigate') return isPhonePage(pathname) ? 'page' : 'none'
  if (parcel.onceUsed.includes(pathname)) return 'useful'
  // Parts of other versions, too: a page that is open since before an update still needs its own.
  return parcel.always.includes(pathname) || pathname.startsWith('/assets/') ? 'part' : 'none'
}

/** Whether somebody is in the middle of a workshop there, as participant, host or screen. */
export const isInSession = (address: string): boolean => /^\/(s|host|screen)\//.test(new URL(address).pathname)
