import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from 'vite'
import type { Parcel } from './parcel.ts'

/** Sources of all that a phone shows. */
const phone = /^(index\.html|src\/(join|participant|live)\/|src\/nodes\/[^/]+\/Participant\.tsx)/
const useful = /^src\/(i18n\/[^/]+\/for-(joining|phones)\.ts|ui\/MarkdownText\.tsx)/

/** Files of the page whose names do not change with their content. */
const beside = ['index.html', 'first-paint.js', 'icon.svg', 'manifest.webmanifest']

/** Chooses, from what the build of the web app wrote to `dist`, what a phone keeps. */
export function readParcel(dist: string): Parcel {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const always = new Set([...beside, ...filesOf(manifest, phone)])
  const onceUsed = filesOf(manifest, useful).filter((file) => !always.has(file))
  const hash = createHash('sha256')
  for (const file of [...always, ...onceUsed].sort()) hash.update(file)
  for (const file of beside) hash.update(readFileSync(join(dist, file)))
  const version = hash.digest('hex').slice(0, 16)
  const path = (file: string) => `/${file}`
  return { version, shell: '/index.html', always: [...always].map(path), onceUsed: onceUsed.map(path) }
}

/** The chunks of these sources with all that they cannot do without. */
function filesOf(manifest: Manifest, sources: RegExp): string[] {
  const files = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (chunk === undefined || files.has(chunk.file)) return
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const name of Object.keys(manifest)) if (sources.test(name)) visit(name)
  return [...files]
}
