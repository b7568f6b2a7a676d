import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { screenSide } from './limits.ts'
import { screenOf, thumbOf } from './picture-variants.ts'
import type { Original, PreparedVariant } from './prepared.ts'
import { refusal } from './refusal.ts'

/** A PDF stays as it is, and its first page becomes a picture. Throws where it cannot be opened, or only with a password. */
export async function preparePaper({ path, folder }: Omit<Original, 'ext'>): Promise<PreparedVariant[]> {
  const library = await PDFiumLibrary.init()
  const paper = await library.loadDocument(await readFile(path))
  const pages = paper.getPageCount()
  if (pages < 1) throw refusal('file_unreadable')

  const first = paper.getPage(0)
  const { originalWidth, originalHeight } = first.getOriginalSize()
  const longest = Math.max(originalWidth, originalHeight)
  if (!(Math.min(originalWidth, originalHeight) > 0)) throw refusal('file_unreadable')
  const scale = screenSide / longest
  const [width, height] = [originalWidth, originalHeight].map((side) => Math.max(1, Math.round(side * scale)))
  const { data, ...size } = await first.render({ width: width ?? 1, height: height ?? 1, render: 'bitmap' })

  const open = () => sharp(data, { raw: { ...pick(size), channels: 4 } }).flatten({ background: '#fff' })
  const full = { variant: 'full', path: join(folder, 'full.pdf'), type: 'application/pdf', ext: 'pdf', pages } as const
  await copyFile(path, full.path)
  return [full, await screenOf(open, folder), await thumbOf(open, folder)]
}

const pick = ({ width, height }: { width: number; height: number }) => ({ width, height })
