import { join } from 'node:path'
import type { Sharp } from 'sharp'
import { screenSide, thumbSide } from './limits.ts'
import type { PreparedVariant } from './prepared.ts'

const types = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const

/** Writes the picture and says what it has become. Nothing of its metadata is written: sharp keeps it only when asked. */
export async function writePicture(
  picture: Sharp,
  { variant, ext, folder }: { variant: PreparedVariant['variant']; ext: keyof typeof types; folder: string },
): Promise<PreparedVariant> {
  const path = join(folder, `${variant}.${ext}`)
  const { width, height, pageHeight } = await picture.toFile(path)
  return { variant, path, type: types[ext], ext, width, height: pageHeight ?? height }
}

const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const

/** `open` begins the picture anew, the right way up. */
export const screenOf = (open: () => Sharp, folder: string) =>
  writePicture(open().resize(within(screenSide)).webp({ quality: 80, effort: 3 }), {
    variant: 'screen',
    ext: 'webp',
    folder,
  })

export const thumbOf = (open: () => Sharp, folder: string) =>
  writePicture(open().resize(within(thumbSide)).webp({ quality: 75 }), { variant: 'thumb', ext: 'webp', folder })
