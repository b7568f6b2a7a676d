import { openDiskStorage } from './disk/disk-storage.ts'
import type { FileStorage } from './storage.ts'
import type { StorageSettings } from './storage-settings.ts'

/** Throws where a folder cannot be made; a bucket is asked only when it is used. */
export async function openStorage(settings: StorageSettings): Promise<FileStorage> {
  if ('dir' in settings) return openDiskStorage(settings)
  // Large, and most installations have no bucket.
  const { openS3Storage } = await import('./s3/s3-storage.ts')
  return openS3Storage(settings.s3)
}
