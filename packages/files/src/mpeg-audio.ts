/** Of a frame's header, by version and layer III. */
const samples = { 3: 1152, 2: 576, 0: 576 } as const
const rates = { 3: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 0: [11_025, 12_000, 8_000] } as const
const kbits = {
  3: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  0: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const

/** Length in bytes of the MPEG audio frame (layer III) that begins at `at`; `null` where none does. */
export function frameLength(bytes: Uint8Array, at: number): number | null {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
  const version = (second >> 3) & 3
  if (first !== 0xff || second >> 5 !== 7 || version === 1 || ((second >> 1) & 3) !== 1) return null
  const of = version as 0 | 2 | 3
  const kbit = kbits[of][(third >> 4) - 1]
  const rate = rates[of][(third >> 2) & 3]
  if (kbit === undefined || rate === undefined) return null
  return Math.floor((samples[of] / 8) * ((kbit * 1_000) / rate)) + ((third >> 1) & 1)
}

/** Whether sound begins here: two frames in a row, since one is soon found by chance; one where the bytes end with it. */
export function beginsWithFrames(bytes: Uint8Array): boolean {
  const length = frameLength(bytes, 0)
  if (length === null) return false
  return length >= bytes.length ? length === bytes.length : frameLength(bytes, length) !== null
}

/** Bytes of the ID3v2 tag that `bytes` begin with; 0 where they do not. */
export function tagLength(bytes: Uint8Array): number {
  const [i, d, three, version = 0, , flags = 0, a = 0, b = 0, c = 0, e = 0] = bytes
  if (i !== 0x49 || d !== 0x44 || three !== 0x33 || version < 2 || version > 4 || (a | b | c | e) > 127) return 0
  return 10 + (a << 21) + (b << 14) + (c << 7) + e + (flags & 0x10 ? 10 : 0)
}
