import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { attemptMs } from './attempts.ts'

const name = (protocol: 'http' | 'https'): string => (protocol === 'https' ? '__Host-humuus_attempt' : 'humuus_attempt')

/** 32 random bytes, base64url. */
const pattern = /^[\w-]{43}$/

/** What only this browser has while it is at the provider; `null` where it has nothing. */
export function browserMark({ cookies, protocol }: FastifyRequest): string | null {
  const mark = cookies[name(protocol)]
  return mark !== undefined && pattern.test(mark) ? mark : null
}

/** Marks the browser for the time of an attempt. Two windows that begin at once share the mark, so that both end well. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply): string {
  const mark = browserMark(request) ?? randomBytes(32).toString('base64url')
  const { protocol } = request
  reply.setCookie(name(protocol), mark, {
    path: '/',
    httpOnly: true,
    // The way back from the provider is a navigation from another site.
    sameSite: 'lax',
    secure: protocol === 'https',
    maxAge: attemptMs / 1_000,
  })
  return mark
}
