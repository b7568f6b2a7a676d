import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from './no-room.ts'

const hourMs = 3_600_000

/** Removes what a process that died left half-written in `folder`: whoever still writes touched it within the hour. */
export async function removeLeftOver(folder: string, now = Date.now()): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    try {
      const { mtimeMs } = await stat(path)
      if (now - mtimeMs > hourMs) await rm(path, { force: true })
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
}
