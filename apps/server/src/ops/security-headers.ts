import type { FastifyInstance } from 'fastify'

const policyName = 'content-security-policy'

/** A year, as the preload lists want it (s). */
const strictTransport = 'max-age=31536000; includeSubDomains'

/** What our pages never ask a browser for. */
const noPermissions = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics']

/**
 * What a browser may do with our pages: no guessing of types, no referrer to others, scripts from here alone and none within
 * a page, frames only here and where `EMBED_ORIGINS` allows them.
 */
export function securityHeaders(app: FastifyInstance, embedOrigins: readonly string[]): void {
  const headers = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    [policyName]: policy(embedOrigins),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': noPermissions.map((name) => `${name}=()`).join(', '),
    ...(embedOrigins.length === 0 && { 'x-frame-options': 'SAMEORIGIN' }),
  }
  app.addHook('onSend', async (request, reply) => {
    // For whoever asks an operator what went wrong: it stands in the log.
    reply.header('x-request-id', request.id)
    // A page may bring a policy of its own: the board of the queues does.
    reply.headers({ ...headers, [policyName]: reply.getHeader(policyName) ?? headers[policyName] })
    if (request.protocol === 'https') reply.header('strict-transport-security', strictTransport)
    // Answers are somebody's: no cache on the way keeps them.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

const policy = (embedOrigins: readonly string[]): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "img-src 'self' https: data:",
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
