import { StorageFull } from '../storage.ts'

/** Disk full, quota used up, file larger than the process or the file system may write. */
const full = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** The same error, or a `StorageFull` where the disk said so. */
export function namedAsFull(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return full.includes(code) ? new StorageFull(`there is no room on the disk (${code})`, { cause: error }) : error
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
