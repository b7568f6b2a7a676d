import type { ApiRejection } from '@humuus/api'

/** What a provider's way back says in the address when it could not sign anybody in; shaped as other failures are. `null`: nothing. */
export function troubleOfProvider(search: URLSearchParams): { data: { rejection: ApiRejection } } | null {
  const code = search.get('trouble')
  if (code === null) return null
  const minutes = search.get('minutes')
  // A code that has no words reads as a mistake on our side.
  const rejection = { code, ...(minutes !== null && { params: { minutes } }) } as ApiRejection
  return { data: { rejection } }
}

/** What the provider's way back asks: the browser has done things as a device alone. `null`: nothing. */
export function askedByProvider(search: URLSearchParams): { workshops: number; sessions: number } | null {
  if (search.get('ask') !== 'take-along') return null
  const count = (name: string) => Number(search.get(name)) || 0
  return { workshops: count('workshops'), sessions: count('sessions') }
}
