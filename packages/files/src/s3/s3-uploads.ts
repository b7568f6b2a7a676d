import { Readable } from 'node:stream'
import { S3Store } from '@tus/s3-store'
import { DataStore, Upload } from '@tus/utils'
import { incomingKey } from '../file-key.ts'
import { namedAsFull } from './s3-errors.ts'

/** One that can be let go, and removes uploads whatever has become of them. */
export class BucketStore extends S3Store {
  override async remove(key: string): Promise<void> {
    await super.remove(key).finally(() => this.cache.delete(key))
  }

  close(): void {
    this.client.destroy()
  }
}

const named = (upload: Upload, id: string): Upload =>
  Object.assign(new Upload({ id, offset: upload.offset }), { ...upload, id })

/** Uploads in a bucket, under the key of what comes in. */
export class S3Uploads extends DataStore {
  constructor(private readonly store: S3Store) {
    super()
    this.extensions = store.extensions
  }

  override async create(upload: Upload): Promise<Upload> {
    const made = await this.store.create(named(upload, incomingKey(upload.id)))
    // Nothing will be written to it, and what is not written does not become an object.
    if (upload.size === 0) await this.write(Readable.from([]), upload.id, 0)
    return named(made, upload.id)
  }

  override async getUpload(id: string): Promise<Upload> {
    return named(await this.store.getUpload(incomingKey(id)), id)
  }

  override write(body: Readable, id: string, offset: number): Promise<number> {
    return this.store.write(body, incomingKey(id), offset).catch((error) => {
      throw namedAsFull(error)
    })
  }

  override declareUploadLength(id: string, size: number): Promise<void> {
    return this.store.declareUploadLength(incomingKey(id), size)
  }

  override remove(id: string): Promise<void> {
    return this.store.remove(incomingKey(id))
  }
}
