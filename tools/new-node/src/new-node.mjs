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
  if (names === null)
    return refuse('say how the type is called, in lower-case words joined by hyphens: pnpm new:node photo-wall')
  const { engine, web, arbitraries } = places(names.type)
  const taken = [engine, web, `${arbitraries}/${names.type}.ts`].find((path) => existsSync(join(repository, path)))
  if (taken !== undefined) return refuse(`${taken} exists already`)

  const written = [...writeTemplates(names), ...registrations(names).map(register)]
  spawnSync(join(repository, 'node_modules', '.bin', 'biome'), ['check', '--write', ...written], { cwd: repository })
  for (const path of written) console.log(path)
  console.log(`\nThe type ${names.type} is registered and compiles. Next: its rules, then its faces, then pnpm check.`)
  return 0
}

/** @param {string} words */
function refuse(words) {
  console.error(`new:node: ${words}`)
  return 1
}

/** @param {import('./names.mjs').Names} names @returns {string[]} the files written */
function writeTemplates(names) {
  return Object.entries(places(names.type)).flatMap(([part, place]) =>
    readdirSync(join(templates, part)).map((template) => {
      const path = join(place, renamed(template, names).replace(/\.txt$/, ''))
      write(path, renamed(readFileSync(join(templates, part, template), 'utf8'), names))
      return path
    }),
  )
}

/** @param {import('./registration.mjs').Registration} registration @returns {string} the file written */
function register(registration) {
  write(registration.file, registered(readFileSync(join(repository, registration.file), 'utf8'), registration))
  return registration.file
}

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(repository, path)), { recursive: true })
  writeFileSync(join(repository, path), text)
}
