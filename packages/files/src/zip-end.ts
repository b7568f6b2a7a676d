/** Bytes of the record that ends a zip archive, without its comment. */
const recordBytes = 22

/**
 * Whether an archive ends in these last bytes of a file of `size`: zip programs read from there, whatever the file begins
 * with (APPNOTE 4.3.16).
 */
export function endsAsZip(tail: Uint8Array, size: number): boolean {
  const bytes = Buffer.from(tail.buffer, tail.byteOffset, tail.length)
  for (let at = bytes.indexOf('PK\x05\x06', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x05\x06', at + 1, 'latin1')) {
    if (at + recordBytes > bytes.length) return false
    const isOneDisk = bytes.readUInt16LE(at + 4) === 0 && bytes.readUInt16LE(at + 6) === 0
    const directoryFits = bytes.readUInt32LE(at + 12) <= size
    // By chance alone four such bytes are in one of 65,000 files; these further ones are not.
    if (isOneDisk && directoryFits && bytes.readUInt16LE(at + 8) === bytes.readUInt16LE(at + 10)) return true
  }
  return false
}
