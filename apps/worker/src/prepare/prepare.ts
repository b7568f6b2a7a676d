import { prepareHeic } from './heic.ts'
import { preparePaper } from './paper.ts'
import { preparePicture } from './picture.ts'
import { type Original, type Prepared, type PreparedVariant, Unreadable } from './prepared.ts'
import { prepareRecording } from './recording.ts'
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

function variantsOf(original: Original): Promise<PreparedVariant[]> {
  const { ext } = original
  if (ext === 'pdf') return preparePaper(original)
  if (ext === 'heic') return prepareHeic(original)
  return ['jpg', 'png', 'gif', 'webp'].includes(ext) ? preparePicture(original) : prepareRecording(original)
}

/** Disk full, no memory, file gone: nothing that the file is to blame for. libvips says it in words alone. */
function isOurTrouble(error: unknown): boolean {
  const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : ''
  return /\b(ENOSPC|EDQUOT|EFBIG|ENOMEM|EMFILE|ENOENT|EACCES|EIO|EROFS)\b|no space left|out of memory|write error/i.test(
    text,
  )
}
