import { readFileSync } from 'node:fs'
import type { FormatName } from '../file-kind.ts'

/**
 * Small files as phones and programs make them. All but the GIFs say where they were made: at a `secret-place`, by an
 * `AnnPhone`, at 48.1372° N. Photos are 64 × 48: red on the left, blue on the right, green in the corner at the top left;
 * the JPEG is to be turned by 90°. Films and voices last a second, the WAV a fifth.
 */
const files = {
  'photo.jpg': 'jpg',
  'photo.heic': 'heic',
  'drawing.png': 'png',
  'still.gif': 'gif',
  'moving.gif': 'gif',
  'picture.webp': 'webp',
  'film.mp4': 'mp4',
  'film.mov': 'mov',
  'voice.mp3': 'mp3',
  'voice.wav': 'wav',
  'voice.m4a': 'm4a',
  'voice.ogg': 'ogg',
  'voice.opus.ogg': 'ogg',
  'paper.pdf': 'pdf',
} as const satisfies Record<string, FormatName>
export type SampleName = keyof typeof files

export const sampleNames = Object.keys(files) as SampleName[]

export const sampleFormat = (name: SampleName): FormatName => files[name]

export const sample = (name: SampleName): Buffer => readFileSync(new URL(`./samples/${name}`, import.meta.url))
