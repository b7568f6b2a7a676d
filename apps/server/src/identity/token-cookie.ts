import type { Context } from '@humuus/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieName } from './cookie.ts'

/** Gives a browser its token, or takes it away. */
export function tokenCookie({ protocol }: FastifyRequest, reply: FastifyReply): Context['cookie'] {
  const name = cookieName(protocol)
  const secure = protocol === 'https'
  return {
    set: (token, expiresAt) => {
      const expires = new Date(expiresAt)
      reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires })
    },
    clear: () => {
      reply.clearCookie(name, { path: '/', secure })
    },
  }
}
