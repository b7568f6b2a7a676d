import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { probe } from './probe.ts'

/** Whether we run from our sources, as in tests. */
const fromSources = import.meta.url.endsWith('.ts')

const withTsx = ['--conditions=@humuus/source', '--import', 'tsx']

/** How Node runs a program of this package, named by its path in `src`. Each answers what it has used; see `probe.ts`. */
export function ownProgram(name: string): string[] {
  const file = fileURLToPath(new URL(`../${name}.${fromSources ? 'ts' : 'js'}`, import.meta.url))
  return [...probe, ...(fromSources ? withTsx : []), file]
}

/** How Node runs our server: as it was built, else from its sources. */
export function serverProgram(): string[] {
  const folder = fileURLToPath(new URL('../../../../apps/server', import.meta.url))
  const built = `${folder}/dist/main.js`
  return existsSync(built) ? [...probe, built] : [...probe, ...withTsx, `${folder}/src/main.ts`]
}
