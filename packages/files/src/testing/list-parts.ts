import type { buildApp } from 'fauxqs'

type Parts = Map<number, { readonly size: number; readonly etag: string }>

/** Teaches the store the one action that resumed uploads stand on and that it lacks, ListParts: it notes parts as they pass. */
export function listParts(server: ReturnType<typeof buildApp>): void {
  const uploads = new Map<string, Parts>()
  const query = (request: { query: unknown }) => request.query as Readonly<Record<string, string | undefined>>

  server.addHook('onSend', async (request, reply, payload) => {
    const { uploadId, partNumber } = query(request)
    if (reply.statusCode >= 300) return payload
    const begun = 'uploads' in query(request) && /<UploadId>([^<]+)/.exec(String(payload))?.[1]
    if (begun) uploads.set(begun, new Map())
    if (uploadId === undefined) return payload
    const size = Number(request.headers['x-amz-decoded-content-length'] ?? request.headers['content-length'])
    const etag = String(reply.getHeader('etag'))
    if (partNumber !== undefined) uploads.get(uploadId)?.set(Number(partNumber), { size, etag })
    else if (request.method !== 'GET') uploads.delete(uploadId)
    return payload
  })

  server.addHook('preHandler', async (request, reply) => {
    const { uploadId } = query(request)
    if (request.method !== 'GET' || uploadId === undefined) return
    const parts = uploads.get(uploadId)
    reply.type('application/xml')
    if (parts === undefined) {
      await reply.code(404).send('<Error><Code>NoSuchUpload</Code><Message>none</Message></Error>')
      return
    }
    const rows = [...parts].map(
      ([number, { size, etag }]) =>
        `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag><Size>${size}</Size></Part>`,
    )
    await reply.send(`<ListPartsResult><IsTruncated>false</IsTruncated>${rows.join('')}</ListPartsResult>`)
  })
}
