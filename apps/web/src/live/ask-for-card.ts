import type { ApiRejection } from '@humuus/api'
import { wireVersion, wireVersionName } from '@humuus/api/wire-version'
import type { SessionCard } from './look-up.ts'

type Said =
  | { readonly result: { readonly data: SessionCard } }
  | { readonly error: { readonly data: { readonly rejection: ApiRejection } } }

/**
 * The one question of the page of the code, which needs no sign-in: in tRPC's format for HTTP (https://trpc.io/docs/rpc), without
 * its client, for which nobody who types a code should wait. Rejects like the client, in a way that `rejectionOf` can read.
 */
export async function askForCard(api: string, code: string): Promise<SessionCard> {
  const input = encodeURIComponent(JSON.stringify({ code }))
  const headers = { [wireVersionName]: String(wireVersion) }
  const response = await fetch(`${api}/sessions.lookup?input=${input}`, { headers })
  const said: Said = await response.json()
  if ('result' in said) return said.result.data
  throw Object.assign(new Error('the code was not looked up'), { data: said.error.data })
}
