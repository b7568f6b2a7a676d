import { type ApiRejection, type SignInTrouble, signInTroubles } from '@humuus/api'
import type { ProviderSignIn } from './provided-people.ts'

const known: ReadonlySet<string> = new Set(signInTroubles)
const isTrouble = (code: string): code is SignInTrouble => known.has(code)

/** The page that says in words why a sign-in failed. */
export function troublePage({ code, params }: ApiRejection): string {
  const asked = new URLSearchParams({ trouble: isTrouble(code) ? code : 'server_error' })
  if (typeof params?.minutes === 'number') asked.set('minutes', String(params.minutes))
  return `/sign-in?${asked}`
}

/** The page that asks what is to become of what this browser did before. The key stands where no server is told of it. */
export function askPage(ask: Extract<ProviderSignIn, { status: 'ask' }>, to: string): string {
  const { workshops, sessions, key } = ask
  const asked = { ask: 'take-along', workshops: String(workshops), sessions: String(sessions), to }
  return `/sign-in?${new URLSearchParams(asked)}#${key}`
}
