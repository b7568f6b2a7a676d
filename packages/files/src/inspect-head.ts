import { supportedExtensions } from 'file-type'
import { endingOf, type FileFormat, fileFormats, formatOfName } from './file-kind.ts'
import { type ContentRefusal, refuse } from './file-refusal.ts'
import { foundFormat } from './found-format.ts'
import { secondNature } from './second-nature.ts'

/** What a file is, found in its bytes; or why it is not taken. */
export type Inspection = ({ readonly ok: true } & FileFormat) | ContentRefusal

/** How many of its first bytes are to be looked at … */
export const headBytes = 65_536
/** … and how many of its last: an archive's last record and the longest comment that can follow. */
export const tailBytes = 65_557

export interface ClaimedFile {
  /** All its bytes, in number. */
  readonly size: number
  /** As its owner calls it; what it ends with has to fit. */
  readonly name: string
}

/**
 * Looks at the first and the last bytes of a file (all of them, twice, where it is shorter). Whatever they are, it answers:
 * it never throws, and nothing is accepted that is not among the formats. Whether it can be shown, only decoding tells.
 */
export async function inspectHead(
  head: Uint8Array,
  tail: Uint8Array,
  { size, name }: ClaimedFile,
): Promise<Inspection> {
  if (size === 0 || head.length === 0) return refuse('file_empty')
  const found = await foundFormat(head, tail)
  if ('other' in found) return refuse('file_type', { found: found.other })
  const { format } = found
  const also = secondNature(format, head, tail, size)
  if (also !== null) return refuse('file_polyglot', { type: format.ext, also })
  if (!fits(name, format)) return refuse('file_mismatch', { name: endingOf(name), found: format.ext })
  return { ok: true, ...format }
}

/** Endings of what a file must not pretend to be, beside those that are known for their content. */
const pretended = new Set([
  'html',
  'htm',
  'xhtml',
  'svg',
  'js',
  'mjs',
  'php',
  'bat',
  'cmd',
  'com',
  'scr',
  'vbs',
  'ps1',
  'sh',
  'txt',
])

/** A name that says nothing fits everything; one that says what kind it is has to be right about it. */
function fits(name: string, format: FileFormat): boolean {
  const claimed = formatOfName(name)
  if (claimed === null) return !pretended.has(endingOf(name)) && !supportedExtensions.has(endingOf(name) as never)
  // Recorders write sound into either.
  if (claimed === fileFormats.mp4 && format === fileFormats.m4a) return true
  return claimed.kind === format.kind
}
