/** An archive with one file in it. With `size`, `content` is deflated already and unfolds to so many bytes. */
export function zipOf(name: string, content: Buffer, size?: number, comment = Buffer.alloc(0)): Buffer {
  const file = Buffer.from(name)
  const sizes = Buffer.alloc(26)
  sizes.writeUInt16LE(20, 0)
  sizes.writeUInt16LE(size === undefined ? 0 : 8, 4)
  sizes.writeUInt32LE(content.length, 14)
  sizes.writeUInt32LE(size ?? content.length, 18)
  sizes.writeUInt16LE(file.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), sizes, file, content])
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), sizes, Buffer.alloc(14), file])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(entry.length, 8)
  end.writeUInt32LE(local.length, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([local, entry, Buffer.from('PK\x05\x06'), end, comment])
}
