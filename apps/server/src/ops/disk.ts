import { statfs } from 'node:fs/promises'

/** With less than this left nothing new is begun: what runs needs it to come to its end. */
const reserveBytes = 256 * 1024 * 1024

/** How long a look at the disk is good for, in ms. */
const freshMs = 5_000

/** The disk that the data is on. Without a folder it is somebody else's, as with a database elsewhere, and never full. */
export interface Disk {
  isFull(): Promise<boolean>
  /** Bytes that are left; `null` where that is not ours to know. */
  freeBytes(): Promise<number | null>
}

export function diskOf(folder: string | undefined, free: (path: string) => Promise<number> = bytesFree): Disk {
  let lookedAt = Number.NEGATIVE_INFINITY
  let left = Promise.resolve<number | null>(null)
  const look = () => {
    if (folder === undefined) return left
    if (performance.now() - lookedAt > freshMs) {
      lookedAt = performance.now()
      // A disk that cannot be looked at is not a full one.
      left = free(folder).catch(() => null)
    }
    return left
  }
  return {
    isFull: async () => ((await look()) ?? Number.POSITIVE_INFINITY) < reserveBytes,
    freeBytes: look,
  }
}

/** Bytes that a program without special rights may still write. */
async function bytesFree(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}
