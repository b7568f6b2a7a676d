import type { Readable } from 'node:stream'

/** What it counted when all of it was read. */
export interface Counted {
  readonly bytes: AsyncGenerator<Buffer>
  size(): number
}

/** The bytes of `body`. Throws at their end where they are not as many as was said, and lets go of `body` whatever happens. */
export function counted(body: Readable, expected?: number): Counted {
  let size = 0
  async function* count(): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      size += chunk.length
      yield chunk
    }
    if (expected !== undefined && size !== expected) throw new Error(`a file of ${expected} bytes had ${size}`)
  }
  return { bytes: count(), size: () => size }
}
