import { PassThrough, pipeline, Readable } from 'node:stream'
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { checkStorage } from '../check-storage.ts'
import { counted } from '../counted.ts'
import { incomingPrefix, insistOnKey, isKey } from '../file-key.ts'
import { FileMissing, type FileStorage } from '../storage.ts'
import type { StorageSettings } from '../storage-settings.ts'
import { foldUploads } from './fold-uploads.ts'
import { isBehindTheEnd, isMissing, namedAsFull } from './s3-errors.ts'
import { BucketStore, S3Uploads } from './s3-uploads.ts'

type S3Settings = Extract<StorageSettings, { s3: unknown }>['s3']

/** A body that is written is held in memory in pieces of this size, two at a time. */
const pieceBytes = 5 * 1024 * 1024

/** As many as an object store removes at once. */
const removedAtOnce = 1_000

/** Files in a bucket that exists. Opens nothing until it is asked. */
export function openS3Storage({ bucket, accessKeyId, secretAccessKey, endpoint, ...rest }: S3Settings): FileStorage {
  const config = {
    ...rest,
    ...(endpoint !== undefined && { endpoint }),
    credentials: { accessKeyId, secretAccessKey },
    // Not every store understands the newer ones.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  } as const
  const client = new S3Client(config)
  const uploads = new BucketStore({
    partSize: pieceBytes,
    maxConcurrentPartUploads: 8,
    useTags: false,
    s3ClientConfig: { ...config, bucket },
  })

  const write: FileStorage['write'] = async (key, body, { type, size }) => {
    insistOnKey(key)
    const bytes = counted(body, size)
    const upload = new Upload({
      client,
      params: { Bucket: bucket, Key: key, ContentType: type, Body: Readable.from(bytes.bytes, { objectMode: false }) },
      partSize: pieceBytes,
      queueSize: 2,
    })
    try {
      await upload.done()
    } catch (error) {
      throw namedAsFull(error)
    }
    return { size: bytes.size() }
  }

  const read: FileStorage['read'] = async (key, range) => {
    if (!isKey(key)) throw new FileMissing(key)
    const Range = range && `bytes=${range.start}-${range.end}`
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...(Range && { Range }) }))
      // A response that is not read to its end would keep its connection for ever.
      return pipeline(Body as Readable, new PassThrough(), () => undefined)
    } catch (error) {
      if (isMissing(error)) throw new FileMissing(key)
      if (isBehindTheEnd(error)) return Readable.from([])
      throw error
    }
  }

  const stat: FileStorage['stat'] = async (key) => {
    if (!isKey(key)) return null
    try {
      const { ContentLength, LastModified } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
      return { size: ContentLength ?? 0, modifiedAt: LastModified?.getTime() ?? 0 }
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  /** What has not become an object yet is not found by its key. */
  const abandon = (key: string) =>
    uploads.remove(key).catch((error) => {
      if (error.status_code !== 404) throw error
    })
  const remove: FileStorage['remove'] = async (keys) => {
    const ours = keys.filter(isKey)
    const begun = ours.filter((key) => key.startsWith(incomingPrefix))
    for (const key of begun) await abandon(key)
    const all = [...ours, ...begun.flatMap((key) => [`${key}.info`, `${key}.part`])]
    for (let at = 0; at < all.length; at += removedAtOnce) {
      const Objects = all.slice(at, at + removedAtOnce).map((Key) => ({ Key }))
      const { Errors } = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      )
      const [first] = (Errors ?? []).filter(({ Code }) => Code !== 'NoSuchKey')
      if (first) throw new Error(`the bucket does not remove ${first.Key}: ${first.Code}`)
    }
  }

  async function* objects(prefix: string) {
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
      for (const { Key = '', Size = 0, LastModified } of page.Contents ?? [])
        yield { key: Key, size: Size, modifiedAt: LastModified?.getTime() ?? 0 }
    }
  }

  const close = async () => {
    client.destroy()
    uploads.close()
  }
  const storage: FileStorage = {
    uploads: new S3Uploads(uploads),
    write,
    read,
    stat,
    remove,
    list: (prefix) => foldUploads(objects(prefix)),
    check: () => checkStorage(storage, `the bucket ${bucket}${endpoint === undefined ? '' : ` at ${endpoint}`}`),
    close,
    [Symbol.asyncDispose]: close,
  }
  return storage
}
