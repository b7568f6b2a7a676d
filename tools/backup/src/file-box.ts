import type { Readable } from 'node:stream'

/** Where the installation keeps files, as far as a backup needs it. */
export interface FileBox {
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly size: number }>
  read(key: string): Promise<Readable>
  write(key: string, body: Readable, about: { type: string; size?: number }): Promise<unknown>
}
