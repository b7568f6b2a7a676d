import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileConfigstore, FileStore } from '@tus/file-store'
import { namedAsFull } from './no-room.ts'

/** Uploads on a disk, noted in a folder of their own. What was acknowledged is on the disk, and a full disk says that it is. */
export class DiskUploads extends FileStore {
  constructor({ directory, notes }: { readonly directory: string; readonly notes: string }) {
    super({ directory, configstore: new FileConfigstore(notes) })
  }

  override async write(body: Readable, id: string, offset: number): Promise<number> {
    const { storage } = await this.getUpload(id)
    const file = createWriteStream(storage?.path ?? '', { flags: 'r+', start: offset, flush: true })
    try {
      await pipeline(body, file)
    } catch (error) {
      throw namedAsFull(error)
    }
    return offset + file.bytesWritten
  }
}
