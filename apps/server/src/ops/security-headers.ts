import type { FastifyInstance } from 'fastify'

/** A year, as the preload lists want it (s). */
const strictTransport = 'max-age=31536000; includeSubDomains'

/** What our pages never ask a browser for. */
const noPermissions = ['camera', 'geolocation', 'payment', 'usb', 'browsing-topics']

/**
 * What a browser may do with our pages: no guessing of types, no referrer to others, scripts from here alone and none within
 * a page, frames only here and where `EMBED_ORIGINS` allows them.
 */
export function securityHeaders(
  app: FastifyInstance,
  { embedOrigins, filesUrl }: { readonly embedOrigins: readonly string[]; readonly filesUrl: string | undefined },
): void {
  const headers = Object.entries({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'content-security-policy': policy(embedOrigins, filesUrl),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Recordings are made on our own pages, once somebody allows it.
    'permissions-policy': ['microphone=(self)', ...noPermissions.map((name) => `${name}=()`)].join(', '),
    ...(embedOrigins.length === 0 && { 'x-frame-options': 'SAMEORIGIN' }),
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    // For whoever asks an operator what went wrong: it stands in the log.
    reply.header('x-request-id', request.id)
    // An answer may bring a policy of its own: that of a file is stricter, that of the queues' board is another.
    for (const [name, value] of headers) if (!reply.hasHeader(name)) reply.header(name, value)
    if (request.protocol === 'https') reply.header('strict-transport-security', strictTransport)
    // Answers are somebody's: no cache on the way keeps them.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done(null, payload)
  })
}

const policy = (embedOrigins: readonly string[], filesUrl: string | undefined): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `img-src 'self' https: data:${elsewhere(filesUrl)}`,
    `media-src 'self'${elsewhere(filesUrl)}`,
    // Attributes of elements, which libraries set to place what floats; no style sheets within a page.
    "style-src-elem 'self'",
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self' ws: wss:",
    "worker-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${["'self'", ...embedOrigins].join(' ')}`,
  ].join('; ')

const elsewhere = (filesUrl: string | undefined): string =>
  filesUrl === undefined ? '' : ` ${new URL(filesUrl).origin}`
