import type { IncomingMessage } from 'node:http'
import { type ApiRejection, type Rooms, refusal, rejectionIn, type User } from '@humuus/api'
import { type FileRecord, type FileStore, isAway, isStorageFull, UnstorableText } from '@humuus/db'
import type { FileStorage } from '@humuus/files'
import type { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { Metadata, Server } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Authenticate } from '../identity/authentication.ts'
import { cookieName } from '../identity/cookie.ts'
import { type Announced, isOwn } from './begin.ts'
import { checksumAlgorithms, isChecksumOf } from './checksum.ts'
import type { FileLife } from './life.ts'
import type { Removal } from './removal.ts'
import type { FileSettings } from './settings.ts'
import type { UploadLocker } from './upload-lock.ts'

export const uploadsPath = '/files/uploads'

/** A connection that brings nothing for so long is cut; what it brought counts (ms). */
const silenceMs = 30_000

/** So many requests of one person bring bytes at once, here. */
const mostAtOnce = 6

/** Bytes that are compared with a checksum are held until they are all there; so many at once, for all together. */
const checkedBytes = 4_194_304
const mostChecked = 8

export interface UploadParts {
  readonly store: FileStore
  readonly storage: FileStorage
  readonly life: Pick<FileLife, 'finish'>
  readonly removal: Pick<Removal, 'remove'>
  readonly begin: (user: User, announced: Announced) => Promise<FileRecord | null>
  readonly rooms: Pick<Rooms, 'standing'>
  readonly locker: UploadLocker
  readonly settings: FileSettings
  readonly isFull: () => Promise<boolean>
}

export interface Uploads {
  routes(app: FastifyInstance, authenticate: Authenticate): void
  /** Resolves when no request writes any more; those that do are cut by whoever closes the server. */
  idle(): Promise<void>
}

/** Files come in, resumable (tus 1.0): who may is decided here, how by `@tus/server`. */
export function uploads(parts: UploadParts): Uploads {
  const { store, storage, life, removal, begin, rooms, settings } = parts
  const running = new Set<Promise<unknown>>()
  const atOnce = new Map<string, number>()
  let checking = 0

  const atWork = <T>(work: Promise<T>): Promise<T> => {
    running.add(work)
    return work.finally(() => running.delete(work))
  }

  const tus = new Server({
    path: uploadsPath,
    datastore: storage.uploads,
    locker: parts.locker,
    maxSize: settings.maxBytes,
    relativeLocation: true,
    allowedOrigins: [],
    lockDrainTimeout: 1_000,
    namingFunction: (_request, metadata) => metadata?.file ?? '',
    // Names of files are nobody's business but the database's.
    onUploadCreate: async () => ({ metadata: {} }),
    onUploadFinish: async (_request, { id }) => {
      const outcome = await atWork(life.finish(id))
      if (outcome === 'unfinished') throw answerTo({ code: 'unavailable' }, 503)
      if (outcome !== 'finished') throw answerTo(outcome)
      return {}
    },
    onResponseError: (_request, error) => {
      const { status_code = 500, body = '' } = error as { status_code?: number; body?: string }
      if (body.startsWith('{')) return { status_code, body }
      return answerTo(rejectionFor(status_code), status_code)
    },
  })

  const answer = (reply: FastifyReply, rejection: ApiRejection, status: number) =>
    reply.code(status).header('tus-resumable', '1.0.0').send(rejection)

  const refused = (reply: FastifyReply, error: unknown) => {
    const rejection = rejectionIn(error) ?? ordinary(error)
    if (rejection === null) throw error
    return answer(reply, rejection, statusOf(error, rejection))
  }

  /** Hands a request over to tus, which answers it. */
  async function handOver(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.hijack()
    const { raw } = reply
    raw.setHeader('content-type', 'application/json')
    raw.setHeader('cache-control', 'no-store')
    raw.setHeader('x-content-type-options', 'nosniff')
    const { socket } = request.raw
    const cut = () => socket.destroy()
    socket.setTimeout(silenceMs, cut)
    // Of a connection that broke tus never says that it is done.
    const closed = new Promise<void>((resolve) => void raw.once('close', resolve))
    const handled = tus.handle(request.raw, raw).catch((error: unknown) => {
      if (!request.raw.destroyed) request.log.error({ err: error }, 'upload failed')
      raw.destroy()
    })
    await Promise.race([handled, closed])
    socket.setTimeout(0, cut)
  }

  async function create(user: User, request: FastifyRequest, reply: FastifyReply) {
    const known = await begin(user, announcedIn(request))
    // It was begun, and maybe finished; its bytes may be missing where the server died in between.
    const isThere = known !== null && (known.state !== 'uploading' || (await hasBegun(known.id)))
    if (!isThere) return handOver(request, reply)
    return reply.code(201).header('tus-resumable', '1.0.0').header('location', `${uploadsPath}/${known.id}`).send()
  }

  const hasBegun = async (id: string): Promise<boolean> =>
    storage.uploads.getUpload(id).then(
      () => true,
      () => false,
    )

  async function look(file: FileRecord, request: FastifyRequest, reply: FastifyReply) {
    const outcome = file.state === 'uploading' ? await life.finish(file.id) : 'finished'
    if (outcome === 'unfinished') return handOver(request, reply)
    if (outcome !== 'finished' || file.state === 'failed' || file.state === 'infected')
      return reply.code(410).header('tus-resumable', '1.0.0').send()
    return reply
      .headers({ 'tus-resumable': '1.0.0', 'upload-offset': file.size, 'upload-length': file.size })
      .header('cache-control', 'no-store')
      .send()
  }

  async function append(user: User, file: FileRecord, request: FastifyRequest, reply: FastifyReply) {
    if (file.state !== 'uploading') return answer(reply, { code: 'malformed' }, 409)
    if (file.sessionId !== null) {
      const { participant } = await rooms.standing(file.sessionId, file.ownerId)
      if (participant === 'kicked') throw refusal('kicked')
    }
    if (await parts.isFull()) throw refusal('storage_full')
    const before = atOnce.get(user.id) ?? 0
    if (before >= mostAtOnce) return answer(reply, { code: 'slow_down' }, 423)
    atOnce.set(user.id, before + 1)
    if (file.expiresAt !== null) reply.raw.setHeader('upload-expires', new Date(file.expiresAt).toUTCString())
    try {
      const checksum = request.headers['upload-checksum']
      if (typeof checksum === 'string') return await appendChecked(checksum, request, reply)
      return await handOver(request, reply)
    } finally {
      const left = (atOnce.get(user.id) ?? 1) - 1
      if (left > 0) atOnce.set(user.id, left)
      else atOnce.delete(user.id)
    }
  }

  /** Nothing is written before it is known to be what was sent. */
  async function appendChecked(checksum: string, request: FastifyRequest, reply: FastifyReply) {
    if (!(Number(request.headers['content-length'] ?? Number.NaN) <= checkedBytes))
      return answer(reply, { code: 'too_large' }, 413)
    if (checking >= mostChecked) return answer(reply, { code: 'slow_down' }, 423)
    checking += 1
    try {
      const bytes = await wholeBody(request.raw)
      const isRight = isChecksumOf(checksum, bytes)
      if (isRight === null) return answer(reply, { code: 'malformed' }, 400)
      if (!isRight) return answer(reply, { code: 'file_checksum' }, 460)
      const response = await tus.handleWeb(webRequest(request, bytes) as Parameters<typeof tus.handleWeb>[0])
      reply.code(response.status)
      for (const [name, value] of response.headers) if (name !== 'content-length') reply.header(name, value)
      return reply.type('application/json').send(await response.text())
    } finally {
      checking -= 1
    }
  }

  return {
    idle: async () => {
      await parts.locker.idle()
      await Promise.allSettled(running)
    },

    routes: (app, authenticate) => {
      const userOf = async (request: FastifyRequest): Promise<User> => {
        const given = request.headers.authorization
        const bearer = given?.startsWith('Bearer ') ? given.slice(7) : undefined
        const { user, rejection } = await authenticate({
          cookie: request.cookies[cookieName(request.protocol)],
          bearer,
          requestId: request.id,
        })
        if (rejection !== null) throw refusal(rejection.code)
        if (user === null) throw refusal('signed_out')
        return user
      }

      const own = async (user: User, id: unknown): Promise<FileRecord> => {
        const file = typeof id === 'string' ? await store.get(id) : null
        if (file === null || !isOwn(file, user)) throw refusal('file_gone')
        return file
      }

      void app.register(async (routes) => {
        // Bytes are nobody's to parse.
        routes.removeAllContentTypeParsers()
        routes.addContentTypeParser('*', (_request, _payload, done) => done(null))
        const speaks = (request: FastifyRequest) => request.headers['tus-resumable'] === '1.0.0'

        routes.route({
          method: 'OPTIONS',
          url: uploadsPath,
          handler: (_request, reply) =>
            reply
              .code(204)
              .headers({
                'tus-resumable': '1.0.0',
                'tus-version': '1.0.0',
                'tus-extension': 'creation,creation-with-upload,expiration,termination,checksum',
                'tus-max-size': settings.maxBytes,
                'tus-checksum-algorithm': checksumAlgorithms,
              })
              .send(),
        })

        routes.post(uploadsPath, async (request, reply) => {
          try {
            if (!speaks(request)) return answer(reply, { code: 'malformed' }, 412)
            return await create(await userOf(request), request, reply)
          } catch (error) {
            return refused(reply, error)
          }
        })

        routes.route<{ Params: { id: string } }>({
          method: ['HEAD', 'PATCH', 'DELETE'],
          url: `${uploadsPath}/:id`,
          exposeHeadRoute: false,
          handler: async (request, reply) => {
            try {
              if (!speaks(request)) return answer(reply, { code: 'malformed' }, 412)
              const user = await userOf(request)
              const file = await own(user, request.params.id)
              if (file.removedAt !== null) return answer(reply, { code: 'file_gone' }, 410)
              if (request.method === 'HEAD') return await look(file, request, reply)
              if (request.method === 'PATCH') return await append(user, file, request, reply)
              await removal.remove([file.id], 'person')
              return reply.code(204).header('tus-resumable', '1.0.0').send()
            } catch (error) {
              return refused(reply, error)
            }
          },
        })
      })
    },
  }
}

/** What `@tus/server` answers with. */
function answerTo(rejection: ApiRejection, status = statusOf(refusal(rejection.code, rejection.params), rejection)) {
  return { status_code: status, body: JSON.stringify(rejection) }
}

function rejectionFor(status: number): ApiRejection {
  if (status === 404 || status === 410) return { code: 'file_gone' }
  if (status === 413) return { code: 'too_large' }
  if (status === 423) return { code: 'slow_down' }
  if (status === 507) return { code: 'storage_full' }
  return { code: status >= 500 ? 'server_error' : 'malformed' }
}

function statusOf(error: unknown, { code }: ApiRejection): number {
  // The standard's own (RFC 4918): clients of tus try again, and so they should.
  if (code === 'storage_full') return 507
  return rejectionIn(error) === null ? 503 : getHTTPStatusCodeFromError(error as TRPCError)
}

/** What can go wrong with a database, in words. */
function ordinary(error: unknown): ApiRejection | null {
  if (isStorageFull(error)) return { code: 'storage_full' }
  if (isAway(error)) return { code: 'unavailable' }
  return error instanceof UnstorableText ? { code: 'malformed' } : null
}

/** Throws a refusal for uploads of unknown length, or in parts to be joined: neither is needed here. */
function announcedIn({ headers }: FastifyRequest): Announced {
  const length = headers['upload-length']
  if (headers['upload-concat'] !== undefined || headers['upload-defer-length'] !== undefined) throw refusal('malformed')
  if (typeof length !== 'string' || !/^\d{1,15}$/.test(length)) throw refusal('malformed')
  try {
    return { metadata: Metadata.parse(String(headers['upload-metadata'] ?? '')), size: Number(length) }
  } catch {
    throw refusal('malformed')
  }
}

async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > checkedBytes) throw refusal('too_large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function webRequest({ url, headers }: FastifyRequest, body: Buffer): Request {
  const named = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const kept = named.filter(
    ([name]) => name.startsWith('upload-') || name.startsWith('tus-') || name === 'content-type',
  )
  return new Request(new URL(url, 'http://localhost'), {
    method: 'PATCH',
    headers: { ...Object.fromEntries(kept), 'content-length': String(body.length) },
    body: new Uint8Array(body),
  })
}
