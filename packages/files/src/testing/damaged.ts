import fc from 'fast-check'

/** Real files, one of which was cut, overwritten, mixed with another or grew: what a broken line or a bad mind makes of them. */
export function damaged(files: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const whole = fc.constantFrom(...files)
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const at = (bytes: Buffer, where: number) => Math.floor(bytes.length * where)
  const cut = fc.tuple(whole, place).map(([bytes, end]) => bytes.subarray(0, at(bytes, end)))
  const hit = fc
    .tuple(whole, fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 12 }))
    .map(([bytes, hits]) => {
      const copy = Buffer.from(bytes)
      for (const [where, value] of hits) copy[Math.min(at(copy, where), copy.length - 1)] = value
      return copy
    })
  const beginning = fc.tuple(whole, fc.uint8Array({ minLength: 1, maxLength: 64 })).map(([bytes, chance]) => {
    const copy = Buffer.from(bytes)
    copy.set(chance.subarray(0, copy.length))
    return copy
  })
  const mixed = fc
    .tuple(whole, whole, place)
    .map(([one, other, where]) => Buffer.concat([one.subarray(0, at(one, where)), other.subarray(at(other, where))]))
  const grown = fc
    .tuple(whole, fc.uint8Array({ maxLength: 2_000 }), place)
    .map(([bytes, more, where]) =>
      Buffer.concat([bytes.subarray(0, at(bytes, where)), more, bytes.subarray(at(bytes, where))]),
    )
  return fc.oneof(whole, cut, hit, beginning, mixed, grown)
}
