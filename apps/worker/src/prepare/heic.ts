import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { maxPixels } from './limits.ts'
import { screenOf, thumbOf, writePicture } from './picture-variants.ts'
import type { Original, PreparedVariant } from './prepared.ts'
import { refusal } from './refusal.ts'

const require = createRequire(import.meta.url)

/** What we use of libheif, which comes without types. */
interface HeifImage {
  get_width(): number
  get_height(): number
  is_primary(): boolean
  display(target: Pixels, done: (result: Pixels | null) => void): void
}
interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}
interface Heif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] }
}

/** Photos of iPhones, as JPEG: browsers do not show them. libheif turns them the right way up. */
export async function prepareHeic({ path, folder }: Omit<Original, 'ext'>): Promise<PreparedVariant[]> {
  const heif = require('libheif-js/wasm-bundle.js') as Heif
  const images = new heif.HeifDecoder().decode(await readFile(path))
  const image = images.find((each) => each.is_primary()) ?? images[0]
  if (image === undefined) throw refusal('file_unreadable')
  const [width, height] = [image.get_width(), image.get_height()]
  if (width * height > maxPixels) throw refusal('file_pixels', { pixels: width * height, max: maxPixels })

  const { data } = await pixelsOf(image, width, height)
  const open = () => sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' })
  const full = await writePicture(open().jpeg({ quality: 90 }), { variant: 'full', ext: 'jpg', folder })
  const screen = await screenOf(open, folder)
  return [full, screen, await thumbOf(() => sharp(screen.path), folder)]
}

function pixelsOf(image: HeifImage, width: number, height: number): Promise<Pixels> {
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height }
  return new Promise((resolve, reject) => {
    image.display(target, (result) => (result === null ? reject(refusal('file_unreadable')) : resolve(result)))
  })
}
