import { asText } from './byte-search.ts'
import type { FileFormat } from './file-kind.ts'
import { endsAsZip } from './zip-end.ts'

/** Words that browsers, servers and mail programs act on, wherever in a file they find them. */
const active: readonly (readonly [RegExp, string])[] = [
  [/<\?php/i, 'php'],
  [/__HALT_COMPILER\(\)/i, 'phar'],
  [/<!doctype html|<(html|head|body|script|iframe|object|embed)[\s>]/i, 'html'],
  [/<svg[\s>]/i, 'svg'],
]

const archives: readonly (readonly [string, string])[] = [
  ['Rar!\x1a\x07', 'rar'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
]

/** Readers of PDF look for its beginning in so many bytes (ISO 32000-1, annex H). */
const pdfBegins = 1_024

/**
 * What else a file of this format is, in its first and last bytes; `null` for an honest one. Plain bytes after its end are
 * none of that: phones put films and maps of brightness behind their pictures, and what is shown is made anew.
 */
export function secondNature({ ext }: FileFormat, head: Uint8Array, tail: Uint8Array, size: number): string | null {
  if (endsAsZip(tail, size)) return 'zip'
  const [first, last] = [asText(head), asText(tail)]
  const archive = archives.find(([mark]) => first.includes(mark) || last.includes(mark))
  if (archive) return archive[1]
  if (ext !== 'pdf' && first.slice(0, pdfBegins).includes('%PDF-')) return 'pdf'
  if (isScript(first)) return 'js'
  // Forms in a PDF are written in something like HTML: there only the beginning counts, which is where it would be believed.
  const texts = ext === 'pdf' ? [first.slice(0, pdfBegins)] : [first, last]
  return active.find(([word]) => texts.some((text) => word.test(text)))?.[1] ?? null
}

/** A comment or an assignment right behind the mark, which makes a script of it: `GIF89a/*`, `RIFF=1;`. */
const isScript = (first: string): boolean =>
  /^(GIF8[79]a|RIFF|\xff\xd8\xff[\xe0-\xef])(\/[*/]|=[\x20-\x7e])/.test(first)
