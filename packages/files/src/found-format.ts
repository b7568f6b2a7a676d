import { fileTypeFromBuffer } from 'file-type'
import { asText, startsWith } from './byte-search.ts'
import { type FileFormat, fileFormats } from './file-kind.ts'
import { beginsWithFrames, tagLength } from './mpeg-audio.ts'

/** What is in a file: one of the accepted formats, or the name of what else it is (`unknown` where nobody knows). */
export type Found = { readonly format: FileFormat } | { readonly other: string }

/** The types that `file-type` gives, and what they are to us. */
const accepted: Readonly<Record<string, FileFormat>> = {
  'image/jpeg': fileFormats.jpg,
  'image/png': fileFormats.png,
  'image/apng': fileFormats.png,
  'image/gif': fileFormats.gif,
  'image/webp': fileFormats.webp,
  'image/heic': fileFormats.heic,
  'image/heif': fileFormats.heic,
  'audio/mpeg': fileFormats.mp3,
  'audio/wav': fileFormats.wav,
  'audio/x-m4a': fileFormats.m4a,
  'audio/ogg': fileFormats.ogg,
  'audio/ogg; codecs=opus': fileFormats.ogg,
  'video/mp4': fileFormats.mp4,
  'video/x-m4v': fileFormats.mp4,
  'video/quicktime': fileFormats.mov,
  'application/pdf': fileFormats.pdf,
}

/** Looks at the first bytes, and for films at the last ones, where phones write what is in them. Never throws. */
export async function foundFormat(head: Uint8Array, tail: Uint8Array): Promise<Found> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  // Where zeros follow a tag, it is not found.
  const format = found ? accepted[found.mime] : tagLength(head) > 0 ? fileFormats.mp3 : undefined
  if (!format) return { other: nameOf(head, found?.ext) }
  if (format === fileFormats.mp3 && !isSound(head)) return { other: 'unknown' }
  const isFilm = format === fileFormats.mp4 || format === fileFormats.mov
  if (isFilm && hasTrack('soun', head, tail) && !hasTrack('vide', head, tail)) return { format: fileFormats.m4a }
  return { format }
}

/** The mark of a few bits is soon found by chance: sound has to follow, right away or behind a tag. */
function isSound(head: Uint8Array): boolean {
  const tag = tagLength(head)
  if (tag === 0) return beginsWithFrames(head)
  // Covers may be larger than what we look at.
  return tag >= head.length || beginsWithFrames(head.subarray(tag)) || isPadded(head.subarray(tag))
}

/** Some programs leave zeros between the tag and the sound. */
function isPadded(bytes: Uint8Array): boolean {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first > 0 && beginsWithFrames(bytes.subarray(first))
}

/** Whether a handler box of this type is in there (ISO/IEC 14496-12, 8.4.3). */
const hasTrack = (type: 'soun' | 'vide', ...parts: Uint8Array[]): boolean =>
  parts.some((bytes) => new RegExp(`hdlr.{8}${type}`, 's').test(asText(bytes)))

/** What a program would take the text for, its comments aside; else what the mark says. */
function nameOf(head: Uint8Array, ext: string | undefined): string {
  if (startsWith(head, '#!')) return 'script'
  const text = asText(head.subarray(0, 4_096)).replace(/^\xef\xbb\xbf/, '')
  const first = text.replaceAll(/<!--.*?-->|<\?xml.*?\?>|<!doctype svg[^>]*>/gis, '').trimStart()
  if (/^<svg[\s>]/i.test(first)) return 'svg'
  if (/^<(!doctype html|html|head|body|script|iframe)/i.test(first)) return 'html'
  return ext ?? 'unknown'
}
