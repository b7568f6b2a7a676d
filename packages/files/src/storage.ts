import type { Readable } from 'node:stream'
import type { DataStore } from '@tus/utils'

/** Where the bytes of files are. The same on a disk and in an object store; keys are made in `file-key.ts`. */
export interface FileStorage extends AsyncDisposable {
  /** For `@tus/server`: an upload with the id of a file fills `incoming/<id>`. */
  readonly uploads: DataStore
  /**
   * Whole or not at all, also when two write to one key: one of both is there, whole. Throws `StorageFull` where there is no
   * room, and whatever `body` throws; then what was there before still is. `size`: with other bytes than so many it throws.
   */
  write(
    key: string,
    body: Readable,
    about: { readonly type: string; readonly size?: number },
  ): Promise<{ size: number }>
  /** `end` is the last byte, inclusive, and may be behind the last one there is. Throws `FileMissing`. */
  read(key: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>
  /** Bytes and epoch ms; `null` where there is nothing. */
  stat(key: string): Promise<{ size: number; modifiedAt: number } | null>
  /** What is not there is removed, too. Of `incoming/` also what was begun and what tus noted about it. */
  remove(keys: readonly string[]): Promise<void>
  /** Keys that begin with `prefix`, in no order; of uploads that were begun `size` may be less than what has arrived. */
  list(prefix: string): AsyncIterable<{ key: string; size: number; modifiedAt: number }>
  /** Writes and reads; throws in words for the operator. */
  check(): Promise<void>
  close(): Promise<void>
}

/** There is nothing under this key. */
export class FileMissing extends Error {
  constructor(readonly key: string) {
    super(`there is no file ${key}`)
  }
}

/** There is no room for more. */
export class StorageFull extends Error {
  // What `@tus/server` answers with (RFC 4918, 11.5).
  readonly status_code = 507
  readonly body = 'there is no room for it\n'
}

/** A key that none of ours makes, such as one with `..` in it. */
export class BadKey extends Error {
  constructor() {
    super('this is no key of a file')
  }
}
