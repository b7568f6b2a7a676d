import { type Original, type Prepared, type PreparedVariant, Unreadable } from './prepared.ts'
import { refusal } from './refusal.ts'

/**
 * Decodes a file and makes what may be shown of it. What cannot be decoded is refused; throws only for want of room.
 * Decoders crash, hang and eat memory: to be called in a process of its own, see `prepare-apart.ts`.
 */
export async function prepare(original: Original): Promise<Prepared> {
  try {
    return { ok: true, variants: await variantsOf(original) }
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal
    if (isOurTrouble(error)) throw error
    return refusal('file_unreadable').refusal
  }
}

/** Each decoder is loaded for its own files alone: they are megabytes. */
async function variantsOf(original: Original): Promise<PreparedVariant[]> {
  const { ext } = original
  if (ext === 'pdf') return (await import('./paper.ts')).preparePaper(original)
  if (ext === 'heic') return (await import('./heic.ts')).prepareHeic(original)
  if (['jpg', 'png', 'gif', 'webp'].includes(ext)) return (await import('./picture.ts')).preparePicture(original)
  return (await import('./recording.ts')).prepareRecording(original)
}

/** Disk full, no memory, file gone: nothing that the file is to blame for. libvips says it in words alone. */
function isOurTrouble(error: unknown): boolean {
  const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : ''
  return /\b(ENOSPC|EDQUOT|EFBIG|ENOMEM|EMFILE|ENOENT|EACCES|EIO|EROFS)\b|no space left|out of memory|write error/i.test(
    text,
  )
}
