import { type FileStorage, openStorage, type StorageSettings } from '@humuus/files'

/** A storage that is opened when a job first needs it, and again with the next one where that failed. */
export function storageWhenAsked(settings: StorageSettings): {
  storage(): Promise<FileStorage>
  close(): Promise<void>
} {
  let opened: Promise<FileStorage> | null = null
  const open = () =>
    openStorage(settings).catch((error) => {
      opened = null
      throw error
    })
  return {
    storage: () => {
      opened ??= open()
      return opened
    },
    close: async () => {
      const storage = await opened?.catch(() => null)
      await storage?.close()
    },
  }
}
