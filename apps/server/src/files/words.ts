import type { FastifyReply, FastifyRequest } from 'fastify'

type Said = 'file_gone' | 'file_link_expired' | 'not_allowed'

/** People open such addresses themselves, out of an old mail or a note. */
const words = {
  de: {
    file_gone: 'Diese Datei ist nicht mehr da.',
    file_link_expired: 'Dieser Link ist abgelaufen. Öffne den Workshop, dann bekommst du einen neuen.',
    not_allowed: 'Dieser Link öffnet hier nichts.',
  },
  en: {
    file_gone: 'This file is not here any more.',
    file_link_expired: 'This link has expired. Open the workshop to get a new one.',
    not_allowed: 'This link opens nothing here.',
  },
} as const satisfies Record<string, Record<Said, string>>

const status = { file_gone: 404, file_link_expired: 410, not_allowed: 403 } as const

/** Answers in words where a person looks, and with a code where a program does. */
export function saidTo(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  code: Said,
  { wasThere = false }: { wasThere?: boolean } = {},
): FastifyReply {
  reply
    .code(wasThere ? 410 : status[code])
    .header('cache-control', 'no-store')
    .header('vary', 'accept, accept-language')
  if (!headers.accept?.includes('text/html')) return reply.send({ code })
  const language = /^\s*de\b/i.test(headers['accept-language'] ?? '') ? 'de' : 'en'
  return reply.type('text/plain; charset=utf-8').header('content-language', language).send(words[language][code])
}
