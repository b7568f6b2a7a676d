// Lays what is needed to run, and nothing else of this repository, into a folder: node deploy/pack.mjs FOLDER
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = dirname(dirname(fileURLToPath(import.meta.url)))
const [target] = process.argv.slice(2)
if (target === undefined) throw new Error('say where to: node deploy/pack.mjs FOLDER')

const take = (/** @type {string} */ path) => {
  const to = resolve(target, path)
  mkdirSync(dirname(to), { recursive: true })
  cpSync(join(repository, path), to, { recursive: true })
}

/** Programs and the libraries they stand on. */
const packages = [
  ...['apps/server', 'apps/worker', 'tools/args', 'tools/backup', 'tools/doctor', 'tools/audit'],
  ...readdirSync(join(repository, 'packages')).map((name) => `packages/${name}`),
]

for (const path of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'LICENSE']) take(path)
for (const path of packages) for (const part of ['package.json', 'dist']) take(join(path, part))
// What is read beside the programs.
for (const path of ['packages/db/prisma/migrations', 'apps/web/dist', 'deploy/healthy.mjs']) take(path)
for (const path of packages) if (!existsSync(resolve(target, path, 'dist'))) throw new Error(`${path} is not built`)
