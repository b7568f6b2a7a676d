import type { AddressInfo } from 'node:net'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { buildApp } from 'fauxqs'
import type { StorageSettings } from '../storage-settings.ts'
import { listParts } from './list-parts.ts'

/** An object store on 127.0.0.1 that keeps what it is given until it is disposed. */
export interface S3ForTests extends AsyncDisposable {
  readonly settings: Extract<StorageSettings, { s3: unknown }>
}

/** Listens on a free port, with an empty bucket, for those who know the key. */
export async function s3Server(): Promise<S3ForTests> {
  const server = buildApp({ logger: false })
  listParts(server)
  server.addHook('onRequest', async ({ headers }, reply) => {
    if (headers.authorization?.includes('Credential=the-key/')) return
    await reply.code(403).type('application/xml').send('<Error><Code>AccessDenied</Code><Message>no</Message></Error>')
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const s3 = {
    endpoint: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    bucket: 'humuus-files',
    region: 'us-east-1',
    accessKeyId: 'the-key',
    secretAccessKey: 'the-secret',
    forcePathStyle: true,
  }
  const client = new S3Client({ ...s3, credentials: s3 })
  await client.send(new CreateBucketCommand({ Bucket: s3.bucket }))
  client.destroy()
  return { settings: { s3 }, [Symbol.asyncDispose]: () => server.close() }
}
