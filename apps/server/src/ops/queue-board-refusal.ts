import type { FastifyReply, FastifyRequest } from 'fastify'
import { refused } from './edge-errors.ts'

const words = {
  de: {
    title: 'Nur für Admins',
    401: 'Diese Seite ist für die Admins dieser Installation. Bist du eine oder einer davon, dann melde dich bitte an.',
    403: 'Diese Seite ist für die Admins dieser Installation.',
    way: { 401: 'Anmelden', 403: 'Zur Startseite' },
  },
  en: {
    title: 'For admins only',
    401: 'This page is for the admins of this installation. If you are one of them, please sign in.',
    403: 'This page is for the admins of this installation.',
    way: { 401: 'Sign in', 403: 'To the start page' },
  },
} as const

const target = { 401: '/sign-in', 403: '/' } as const

/** Says kindly that this is not theirs, to people as a page and to programs as a rejection. */
export function adminsOnly({ headers }: FastifyRequest, reply: FastifyReply, status: 401 | 403): FastifyReply {
  reply.code(status)
  if (!headers.accept?.includes('text/html')) return reply.send(refused(status))
  const language = /^\s*de\b/i.test(headers['accept-language'] ?? '') ? 'de' : 'en'
  const { title, way, ...said } = words[language]
  return reply
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${title} · humuus</title><main><h1>${title}</h1><p>${said[status]}</p>` +
        `<p><a href="${target[status]}">${way[status]}</a></p></main></html>`,
    )
}
