import type { RawData } from 'ws'

/** A list may stand behind white space. */
const beginsList = (text: string): boolean => /^[ \t\r\n]*\[/.test(text)

/** How many requests a frame carries: clients may put several into one. What is no list counts as one, and so does what is broken. */
export function requestsIn(frame: RawData): number {
  const text = Buffer.isBuffer(frame) ? frame.toString() : ''
  if (!beginsList(text)) return 1
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? Math.max(1, list.length) : 1
  } catch {
    return 1
  }
}
