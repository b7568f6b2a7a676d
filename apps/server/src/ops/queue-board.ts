import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import type { Ports } from '@humuus/api'
import { type Operators, QueueAway } from '@humuus/jobs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Authenticate } from '../identity/authentication.ts'
import { cookieName } from '../identity/cookie.ts'
import { refused } from './edge-errors.ts'
import { adminsOnly } from './queue-board-refusal.ts'

/** Where admins look into the queues. */
export const queueBoardPath = '/ops/queues'

interface Parts {
  readonly operators: Operators
  readonly authenticate: Authenticate
  readonly accounts: Pick<Ports['accounts'], 'standing'>
}

/**
 * What the board needs beyond our own pages: addresses relative to its own, style sheets that its scripts write. Its fonts from
 * elsewhere stay out.
 */
const boardPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "form-action 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** Beside looking, an admin may have jobs tried anew. To stop, empty or rewrite a queue would be to lose what people did. */
const mayChange = /\/api\/queues\/[^/]+\/(?:[^/]+\/retry|retry\/failed)$/

/** Its types know queues on Redis alone. */
type BoardQueue = ConstructorParameters<typeof BullMQAdapter>[0]
const adapted = (queue: object) => new BullMQAdapter(queue as BoardQueue)

/** Bull Board over all queues, for admins alone: anybody else learns nothing, not even what the queues are called. */
export async function queueBoard(app: FastifyInstance, { operators, authenticate, accounts }: Parts): Promise<void> {
  const server = new FastifyAdapter()
  server.setBasePath(queueBoardPath)
  const board = createBullBoard({
    queues: [],
    serverAdapter: server,
    options: { uiConfig: { boardTitle: 'humuus', miscLinks: [{ text: 'humuus', url: '/' }] } },
  })
  let isFilled = false
  const fill = async () => {
    if (isFilled) return
    board.setQueues((await operators.bullQueues()).map(adapted))
    isFilled = true
  }

  const whoAsks = async ({ id, cookies, protocol }: FastifyRequest): Promise<'admin' | 'person' | 'visitor'> => {
    const { user } = await authenticate({
      cookie: cookies[cookieName(protocol)],
      bearer: undefined,
      requestId: id,
    })
    if (user === null) return 'visitor'
    return (await accounts.standing(user.id)).isAdmin ? 'admin' : 'person'
  }

  const guard = async (request: FastifyRequest, reply: FastifyReply) => {
    const asker = await whoAsks(request)
    if (asker !== 'admin') return adminsOnly(request, reply, asker === 'visitor' ? 401 : 403)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const path = request.url.split('?')[0] ?? ''
      if (request.method !== 'PUT' || !mayChange.test(path)) return reply.code(403).send(refused(403))
    }
    reply.header('content-security-policy', boardPolicy)
    try {
      await fill()
    } catch (error) {
      if (!(error instanceof QueueAway)) throw error
      return reply.code(503).send(refused(503))
    }
  }

  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        await guard(request, reply)
      })
      // Nobody else hears that an admin looks at this.
      scope.addHook('onSend', async (_request, reply, payload) =>
        typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')
          ? payload.replace(/<link href="https:[^>]*>/g, '')
          : payload,
      )
      await scope.register(server.registerPlugin())
    },
    { prefix: queueBoardPath },
  )
}
