import type { FileRecord, FileStore } from '@humuus/db'
import { FileMissing, type FileStorage } from '@humuus/files'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Addresses, pathOf } from './addresses.ts'
import { archive, archivePath } from './archive.ts'
import { byteRange } from './byte-range.ts'
import { contentDisposition } from './content-disposition.ts'
import { endingWith } from './file-name.ts'
import type { FileSettings } from './settings.ts'
import { variantsOf } from './variants.ts'
import { saidTo } from './words.ts'

const yearSeconds = 31_536_000

const Params = z.object({ fileId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(40) })
const Query = z.object({ until: z.string().optional(), sig: z.string().optional(), download: z.string().optional() })
const ArchiveParams = z.object({ sessionId: z.uuid(), nodeId: z.string().min(1).max(64) })

export interface DeliveryParts {
  readonly store: FileStore
  readonly storage: FileStorage
  readonly addresses: Addresses
  readonly settings: FileSettings
  /** Where our pages are, if that is known. */
  readonly publicUrl: string | undefined
  readonly now: () => number
}

/** Files go out: under addresses that never mean anything else, so that whoever has one keeps it. */
export function deliverFiles(app: FastifyInstance, parts: DeliveryParts): void {
  const { store, storage, addresses, settings, now } = parts

  const mayShow = (file: FileRecord): boolean =>
    file.removedAt === null &&
    file.preparedAt !== null &&
    (file.state === 'clean' || (file.state === 'unscanned' && settings.servesUnscanned))

  /** Whatever a file claims to be, a browser makes no page of it. */
  const guarded = (reply: FastifyReply) => {
    reply.header('content-security-policy', "sandbox; default-src 'none'")
    reply.header('x-content-type-options', 'nosniff')
    if (settings.filesUrl === null) return
    // Our pages are elsewhere and still show it.
    reply.header('cross-origin-resource-policy', 'cross-origin')
    if (parts.publicUrl !== undefined) reply.header('access-control-allow-origin', new URL(parts.publicUrl).origin)
  }

  app.route({
    method: ['GET', 'HEAD'],
    url: '/files/:fileId/:digest/:name',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      guarded(reply)
      const asked = Params.safeParse(request.params)
      const query = Query.safeParse(request.query)
      if (!asked.success || !query.success) return saidTo(request, reply, 'file_gone')
      const { fileId, digest, name } = asked.data
      const path = `/files/${fileId}/${digest}/${name}`
      const isSigned = query.data.sig !== undefined || query.data.until !== undefined
      const trouble = isSigned ? addresses.judge(path, { until: query.data.until, sig: query.data.sig }, now()) : null
      if (trouble !== null) return saidTo(request, reply, trouble === 'expired' ? 'file_link_expired' : 'not_allowed')
      const file = await store.get(fileId)
      const variant = file && variantsOf(file).find((one) => pathOf(fileId, one) === path)
      if (!file || !variant || !mayShow(file) || !(isSigned || file.purpose === 'media'))
        return saidTo(request, reply, 'file_gone', { wasThere: isSigned })

      const isDownload = query.data.download !== undefined
      const seconds = isSigned ? Math.max(0, Number(query.data.until) - Math.floor(now() / 1_000)) : yearSeconds
      const whose = isSigned && settings.filesUrl === null ? 'private' : 'public'
      const etag = `"${digest}"`
      reply.header('cache-control', `${whose}, max-age=${seconds}, immutable`)
      reply.header('etag', etag)
      reply.header('accept-ranges', 'bytes')
      if (named(request.headers['if-none-match'], etag)) return reply.code(304).send()
      // Readers of documents run scripts and do not work in a sandbox.
      const how = isDownload || variant.type === 'application/pdf' ? 'attachment' : 'inline'
      const ext = name.split('.').at(-1) ?? 'bin'
      reply.header('content-disposition', contentDisposition(how, endingWith(file.name, ext)))
      const ifRange = request.headers['if-range']
      const range = ifRange === undefined || ifRange === etag ? byteRange(request.headers.range, variant.size) : null
      if (range === 'none') return reply.code(416).header('content-range', `bytes */${variant.size}`).send()
      reply.type(variant.type)
      reply.header('content-length', range === null ? variant.size : range.end - range.start + 1)
      if (range !== null) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${variant.size}`)
      if (request.method === 'HEAD') return reply.send()
      return reply.send(await storage.read(variant.key, range ?? undefined))
    },
    errorHandler: (error, request, reply) => {
      if (!(error instanceof FileMissing)) throw error
      request.log.error({ err: error }, 'the bytes of a file are missing')
      reply.removeHeader('content-length')
      reply.removeHeader('content-range')
      reply.header('cache-control', 'no-store')
      return saidTo(request, reply, 'file_gone')
    },
  })

  app.get('/files/archive/:sessionId/:nodeId', { exposeHeadRoute: false }, async (request, reply) => {
    guarded(reply)
    const asked = ArchiveParams.safeParse(request.params)
    const query = Query.safeParse(request.query)
    if (!asked.success || !query.success) return saidTo(request, reply, 'file_gone')
    const { sessionId, nodeId } = asked.data
    const given = { until: query.data.until, sig: query.data.sig }
    const trouble = addresses.judge(archivePath(sessionId, nodeId), given, now())
    if (trouble !== null) return saidTo(request, reply, trouble === 'expired' ? 'file_link_expired' : 'not_allowed')
    reply.header('content-disposition', contentDisposition('attachment', `humuus-${nodeId}.zip`))
    return reply.type('application/zip').send(await archive({ store, storage, mayShow }, sessionId, nodeId))
  })
}

function named(header: string | undefined, etag: string): boolean {
  const given = header?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? []
  return given.includes(etag) || given.includes('*')
}
