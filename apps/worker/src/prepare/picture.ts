import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { maxFrames, maxMovingPixels, maxPixels, screenSide } from './limits.ts'
import { screenOf, thumbOf, writePicture } from './picture-variants.ts'
import type { Original, PreparedVariant } from './prepared.ts'
import { refusal } from './refusal.ts'

/** Damage is refused, what decoders merely wonder about is not. Limits are ours, checked before anything is decoded. */
const reading = { failOn: 'error', limitInputPixels: maxMovingPixels, sequentialRead: true } as const

const formats: Readonly<Record<string, string>> = { jpg: 'jpeg', png: 'png', gif: 'gif', webp: 'webp' }

/** Pictures that sharp reads. Throws `Unreadable` where there is too much in them, and whatever sharp says where they are broken. */
export async function preparePicture({ path, ext, folder }: Original): Promise<PreparedVariant[]> {
  // Its header alone.
  const about = await sharp(path, { ...reading, limitInputPixels: false }).metadata()
  if (about.format !== formats[ext]) throw refusal('file_unreadable')
  const pixels = about.width * (about.pageHeight ?? about.height)
  const frames = about.pages ?? 1
  if (pixels > maxPixels) throw refusal('file_pixels', { pixels, max: maxPixels })
  if (frames > maxFrames) throw refusal('file_pixels', { frames, max: maxFrames })
  if (frames > 1 && pixels * frames > maxMovingPixels)
    throw refusal('file_pixels', { pixels: pixels * frames, max: maxMovingPixels })
  return frames > 1 ? moving({ path, folder }, about) : still({ path, ext, folder })
}

async function still({ path, ext, folder }: Original): Promise<PreparedVariant[]> {
  const open = () => sharp(path, reading).autoOrient()
  const full = await writePicture(fullSize(open(), ext), { variant: 'full', ext: fullExt(ext), folder })
  const screen = await screenOf(open, folder)
  return [full, screen, await thumbOf(() => sharp(screen.path), folder)]
}

const fullExt = (ext: string) => (ext === 'jpg' || ext === 'webp' ? ext : 'png')

function fullSize(picture: Sharp, ext: string): Sharp {
  if (ext === 'jpg') return picture.jpeg({ quality: 90 })
  return ext === 'webp' ? picture.webp({ quality: 90 }) : picture.png()
}

/** Moves in full and on the screen; the small one is its first frame. */
async function moving({ path, folder }: Omit<Original, 'ext'>, { width, height, pageHeight }: Metadata) {
  const open = () => sharp(path, { ...reading, animated: true })
  const full = await writePicture(open().webp({ quality: 80, effort: 2 }), { variant: 'full', ext: 'webp', folder })
  const fits = Math.max(width, pageHeight ?? height) <= screenSide
  const screen = fits ? await again(full, join(folder, 'screen.webp')) : await screenOf(open, folder)
  return [full, screen, await thumbOf(() => sharp(path, reading), folder)]
}

/** Is small enough already. */
async function again(full: PreparedVariant, path: string): Promise<PreparedVariant> {
  await copyFile(full.path, path)
  return { ...full, variant: 'screen', path }
}
