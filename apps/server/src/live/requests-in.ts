import type { RawData } from 'ws'

const [space, tab, lineFeed, carriageReturn, bracket] = Buffer.from(' \t\n\r[')

/** A list may stand behind white space. Looks at no more than that: every vote comes by here. */
function beginsList(frame: Buffer): boolean {
  for (const byte of frame) {
    if (byte === bracket) return true
    if (byte !== space && byte !== tab && byte !== lineFeed && byte !== carriageReturn) return false
  }
  return false
}

/** How many requests a frame carries: clients may put several into one. What is no list counts as one, and so does what is broken. */
export function requestsIn(frame: RawData): number {
  if (!Buffer.isBuffer(frame) || !beginsList(frame)) return 1
  try {
    const list: unknown = JSON.parse(frame.toString())
    return Array.isArray(list) ? Math.max(1, list.length) : 1
  } catch {
    return 1
  }
}
