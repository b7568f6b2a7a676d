import { existsSync, readFileSync } from 'node:fs'

/** Where the build is, seen from here; another than the usual one can be named. */
const dist = process.env.WEB_DIST ?? 'dist'
const manifestPath = new URL(`${dist}/.vite/manifest.json`, import.meta.url)
if (!existsSync(manifestPath)) throw new Error('nothing is built yet: run `vite build` first')

/** What the build wrote: source file → chunk, and the chunks it cannot do without. */
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))

/** The chunk of a source file and everything it imports statically, each once. */
function closure(name, found = new Set()) {
  const chunk = manifest[name]
  if (chunk === undefined) throw new Error(`the build has no chunk for ${name}`)
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const imported of chunk.imports ?? []) closure(imported, found)
  return found
}

/** All JavaScript a phone fetches before the page can be used: the entry, the page, the texts of one language. */
function javascriptOf(page) {
  const files = new Set()
  for (const name of ['index.html', page, 'src/i18n/de/for-phones.ts']) closure(name, files)
  return [`${dist}/first-paint.js`, ...[...files].map((file) => `${dist}/${file}`)]
}

const limit = '120 kB'

export default [
  { name: 'join page', path: javascriptOf('src/join/JoinPage.tsx'), limit, gzip: true },
  { name: 'participant page', path: javascriptOf('src/participant/ParticipantPage.tsx'), limit, gzip: true },
]
