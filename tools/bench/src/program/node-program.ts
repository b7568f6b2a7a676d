import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Whether we run from our sources, as in tests. */
const fromSources = import.meta.url.endsWith('.ts')

const withTsx = ['--conditions=@humuus/source', '--import', 'tsx']

/** How Node runs a program of this package, named by its path in `src`. Each answers what it has used; see `probe.ts`. */
export function ownProgram(name: string): string[] {
  return [...flags(), ...(fromSources ? withTsx : []), ...probe(), inPackage(name)]
}

/** How Node runs our server: as it was built, else from its sources. */
export function serverProgram(): string[] {
  const folder = fileURLToPath(new URL('../../../../apps/server', import.meta.url))
  const built = `${folder}/dist/main.js`
  // The probe is TypeScript where we run from our sources.
  const tsx = fromSources || !existsSync(built) ? withTsx : []
  return [...flags(), ...tsx, ...probe(), existsSync(built) ? built : `${folder}/src/main.ts`]
}

const flags = (): string[] => ['--expose-gc']

const probe = (): string[] => ['--import', inPackage('program/probe')]

const inPackage = (name: string): string =>
  fileURLToPath(new URL(`../${name}.${fromSources ? 'ts' : 'js'}`, import.meta.url))
