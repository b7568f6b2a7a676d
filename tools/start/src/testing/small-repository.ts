import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { repository } from '../repository.mjs'

const standIns = {
  server: new URL('./stand-in-server.mjs', import.meta.url),
  worker: new URL('./stand-in-worker.mjs', import.meta.url),
}

export interface SmallRepository extends AsyncDisposable {
  readonly folder: string
  write(path: string, text: string): void
  read(path: string): string
}

/**
 * A repository with this launcher and two apps that build in no time: the same commands, files and agreements as the real
 * one, in a temporary folder. It installs and builds with the real tools, and needs nothing from a registry but pnpm.
 */
export function smallRepository(): SmallRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'humuus-start-')))
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const turbo = join(repository, 'node_modules', 'turbo')
  const { packageManager } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  write(
    'package.json',
    JSON.stringify({ name: 'small', type: 'module', packageManager, devDependencies: { turbo: `link:${turbo}` } }),
  )
  write('pnpm-workspace.yaml', 'packages: [packages/*, apps/*, tools/*]\n')
  write('pnpm-lock.yaml', lockFile(turbo, relative(folder, turbo)))
  write('turbo.json', JSON.stringify({ tasks: { build: { dependsOn: ['^build'], outputs: ['dist/**'] } } }))
  write('tsconfig.base.json', '{}')
  write('packages/empty/package.json', JSON.stringify({ name: 'empty' }))
  for (const [app, standIn] of Object.entries(standIns)) {
    const build = 'mkdir -p dist && cp src/main.js dist/main.js && node --check dist/main.js'
    write(`apps/${app}/package.json`, JSON.stringify({ name: app, type: 'module', scripts: { build } }))
    mkdirSync(join(folder, 'apps', app, 'src'))
    copyFileSync(standIn, join(folder, 'apps', app, 'src', 'main.js'))
  }
  cpSync(join(repository, 'tools', 'start', 'src'), join(folder, 'tools', 'start', 'src'), { recursive: true })
  write('tools/start/package.json', JSON.stringify({ name: 'start', type: 'module' }))
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

const lockFile = (specifier: string, version: string) => `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false

importers:

  .:
    devDependencies:
      turbo:
        specifier: link:${specifier}
        version: link:${version}

  apps/server: {}

  apps/worker: {}

  packages/empty: {}

  tools/start: {}
`
