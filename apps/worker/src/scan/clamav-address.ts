/** Where clamd listens. */
export type ClamavAddress = { readonly host: string; readonly port: number } | { readonly path: string }

/** Reads `tcp://host:3310` or `unix:/path`; `null` for anything else. */
export function readClamavUrl(text: string): ClamavAddress | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, pathname } = new URL(text)
  if (protocol === 'unix:')
    return pathname.startsWith('/') && hostname === '' ? { path: decodeURIComponent(pathname) } : null
  if (protocol !== 'tcp:' || hostname === '') return null
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) }
}
