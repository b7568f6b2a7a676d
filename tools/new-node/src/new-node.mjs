import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renamed, spell } from './names.mjs'
import { registered, registrations } from './registration.mjs'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const templates = fileURLToPath(new URL('../template', import.meta.url))

/** Where each part of a new node type goes. @param {string} type */
const places = (type) => ({
  engine: `packages/workshop-engine/src/nodes/${type}`,
  arbitraries: 'packages/workshop-engine/src/testing/arbitraries',
  web: `apps/web/src/nodes/${type}`,
})

process.exitCode = main(process.argv[2])

/** @param {string | undefined} wish @returns {number} the exit code */
function main(wish) {
  const names = spell(wish)
  if (names === null) {
    return refuse('say how the type is called, in lower-case words joined by hyphens: pnpm new:node photo-wall')
  }
  const files = [...templateFiles(names), ...registrations(names).map(registeredFile)]
  const taken = files.find(({ isNew, path }) => isNew && existsSync(join(repository, path)))
  if (taken !== undefined) return refuse(`${taken.path} exists already`)

  for (const { path, text } of files) write(path, text)
  const paths = files.map(({ path }) => path)
  spawnSync(join(repository, 'node_modules', '.bin', 'biome'), ['check', '--write', ...paths], { cwd: repository })
  for (const path of paths) console.log(path)
  console.log(
    `\nThe type ${names.type} is registered and compiles. Make it yours: rules, views, faces, its icon; then pnpm check.`,
  )
  return 0
}

/** @param {string} words */
function refuse(words) {
  console.error(`new:node: ${words}`)
  return 1
}

/** @param {import('./names.mjs').Names} names */
function templateFiles(names) {
  return Object.entries(places(names.type)).flatMap(([part, place]) =>
    readdirSync(join(templates, part)).map((template) => ({
      isNew: true,
      path: join(place, renamed(template, names).replace(/\.txt$/, '')),
      text: renamed(readFileSync(join(templates, part, template), 'utf8'), names),
    })),
  )
}

/** @param {import('./registration.mjs').Registration} registration */
function registeredFile(registration) {
  const path = registration.file
  return { isNew: false, path, text: registered(readFileSync(join(repository, path), 'utf8'), registration) }
}

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(repository, path)), { recursive: true })
  writeFileSync(join(repository, path), text)
}
