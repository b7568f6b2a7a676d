import { createHash, timingSafeEqual } from 'node:crypto'

const algorithms = ['sha1', 'sha256'] as const

/** As the protocol lists them. */
export const checksumAlgorithms = algorithms.join(',')

/** Whether bytes are those that an `Upload-Checksum` header speaks of; `null`: it says nothing that we understand. */
export function isChecksumOf(header: string, bytes: Uint8Array): boolean | null {
  const [name = '', digest = ''] = header.trim().split(/ +/)
  const algorithm = algorithms.find((one) => one === name.toLowerCase())
  if (algorithm === undefined || !/^[A-Za-z0-9+/]+=*$/.test(digest)) return null
  const [given, ours] = [Buffer.from(digest, 'base64'), createHash(algorithm).update(bytes).digest()]
  return given.length === ours.length && timingSafeEqual(given, ours)
}
