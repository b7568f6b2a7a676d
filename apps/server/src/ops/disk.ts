import { statfs } from 'node:fs/promises'

/** With less than this left nothing new is begun: what runs needs it to come to its end. */
const reserveBytes = 256 * 1024 * 1024

/** How long a look at the disk is good for, in ms. */
const freshMs = 5_000

/** The disk that the data is on. Without a folder it is somebody else's, as with a database elsewhere, and never full. */
export interface Disk {
  isFull(): Promise<boolean>
}

export function diskOf(folder: string | undefined, free: (path: string) => Promise<number> = freeBytes): Disk {
  let lookedAt = Number.NEGATIVE_INFINITY
  let isFull = Promise.resolve(false)
  return {
    isFull: () => {
      if (folder === undefined) return isFull
      if (performance.now() - lookedAt > freshMs) {
        lookedAt = performance.now()
        // A disk that cannot be looked at is not a full one.
        isFull = free(folder)
          .then((bytes) => bytes < reserveBytes)
          .catch(() => false)
      }
      return isFull
    },
  }
}

/** Bytes that a program without special rights may still write. */
async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}
