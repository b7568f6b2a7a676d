import { crc32 } from 'node:zlib'

/** What every scanner finds, and no virus; in two halves so that no scanner takes this source for infected. */
export const testFile = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)

const blockBytes = 1_048_576
/** Of a ZIP with two files whose names have one letter each (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const overheadBytes = 2 * (30 + 1) + 2 * (46 + 1) + 22

/** A ZIP of so many bytes, nothing compressed: a long file of zeros and behind it the test file. */
export function* archiveOf(size: number): Iterable<Buffer> {
  const length = Math.max(0, size - overheadBytes - testFile.length)
  let sum = 0
  for (const part of zeros(length)) sum = crc32(part, sum)
  const filler = entry('a', length, sum)
  const last = entry('b', testFile.length, crc32(testFile))
  const lastAt = filler.local.length + length
  const listAt = lastAt + last.local.length + testFile.length
  yield filler.local
  yield* zeros(length)
  yield last.local
  yield testFile
  const list = Buffer.concat([filler.listed(0), last.listed(lastAt)])
  yield list
  yield end(list.length, listAt)
}

function* zeros(size: number): Iterable<Buffer> {
  const block = Buffer.alloc(blockBytes)
  for (let left = size; left > 0; left -= block.length) yield block.subarray(0, Math.min(left, block.length))
}

/** How a stored file is announced: before its content, and in the list at the end. */
function entry(name: string, size: number, sum: number) {
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0) // the version that can unpack it
  about.writeUInt32LE(sum, 10)
  about.writeUInt32LE(size, 14)
  about.writeUInt32LE(size, 18)
  about.writeUInt16LE(name.length, 22)
  const listed = (at: number): Buffer => {
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, rest, Buffer.from(name)])
  }
  return { local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.from(name)]), listed }
}

function end(listSize: number, listAt: number): Buffer {
  const record = Buffer.alloc(22)
  record.write('PK\x05\x06', 'latin1')
  record.writeUInt16LE(2, 8)
  record.writeUInt16LE(2, 10)
  record.writeUInt32LE(listSize, 12)
  record.writeUInt32LE(listAt, 16)
  return record
}
