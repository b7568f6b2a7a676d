import { existsSync } from 'node:fs'
import { inRepository } from './repository.ts'

/** How one of our apps is run: as it was built, else from its sources. */
export function appCommand(app: 'server' | 'worker'): { command: [string, ...string[]]; cwd: string } {
  const cwd = inRepository(`apps/${app}`)
  const built = `${cwd}/dist/main.js`
  const main = existsSync(built)
    ? ['--enable-source-maps', built]
    : ['--conditions=@humuus/source', '--import', 'tsx', `${cwd}/src/main.ts`]
  return { command: [process.execPath, ...main], cwd }
}
