import type { IncomingHttpHeaders } from 'node:http'

/** Whether a browser's request comes from one of our own pages; programs say nothing about that, and carry a token. */
export type OwnPage = (headers: Pick<IncomingHttpHeaders, 'origin' | 'host' | 'sec-fetch-site'>) => boolean

/**
 * Cookies are sent along by other sites' pages, too, so the origin has to be the host that was asked, or where this
 * installation is public (behind a proxy that asks for another host).
 */
export function ownPage(publicUrl: string | undefined): OwnPage {
  const publicHost = publicUrl === undefined ? null : new URL(publicUrl).host
  return ({ origin, host, 'sec-fetch-site': site }) => {
    if (origin === undefined) return site !== 'cross-site'
    if (!URL.canParse(origin)) return false
    const from = new URL(origin).host
    return from === host || from === publicHost
  }
}
