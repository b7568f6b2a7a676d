import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const hourMs = 3_600_000

/** Folders for what is being worked on. Each is gone when it is disposed, or, if its worker died, with the next one's start. */
export interface Workplace {
  folder(): Promise<{ readonly path: string } & AsyncDisposable>
  /** Clears away what workers that died left behind. */
  tidy(now?: number): Promise<void>
}

/** In the system's folder for what is temporary (`TMPDIR`). */
export function openWorkplace(place = join(tmpdir(), 'humuus-worker')): Workplace {
  return {
    folder: async () => {
      await mkdir(place, { recursive: true, mode: 0o700 })
      const path = await mkdtemp(join(place, `${process.pid}-`))
      return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
    },
    tidy: async (now = Date.now()) => {
      for (const name of await readdir(place).catch(() => [])) {
        const path = join(place, name)
        const about = await stat(path).catch(() => null)
        // A number may be somebody else's by now: nothing takes an hour.
        const isLeft = about !== null && (!lives(Number.parseInt(name, 10)) || now - about.mtimeMs > hourMs)
        if (isLeft) await rm(path, { recursive: true, force: true })
      }
    },
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It lives, and is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
