import { createHash } from 'node:crypto'

/** Bytes on their way, and what they were once all of them went by. */
export interface Fingerprint {
  readonly bytes: AsyncGenerator<Uint8Array>
  size(): number
  /** SHA-256, in hex; asked once. */
  digest(): string
}

export function fingerprint(body: AsyncIterable<Uint8Array>): Fingerprint {
  const hash = createHash('sha256')
  let size = 0
  async function* passing() {
    for await (const chunk of body) {
      hash.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  return { bytes: passing(), size: () => size, digest: () => hash.digest('hex') }
}
