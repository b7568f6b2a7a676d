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
function javascriptOf(...parts) {
  const files = new Set()
  for (const name of ['index.html', 'src/i18n/de/for-joining.ts', ...parts]) closure(name, files)
  return [`${dist}/first-paint.js`, ...[...files].map((file) => `${dist}/${file}`)]
}

/** Until a code can be typed and looked up. */
const join = javascriptOf('src/join/JoinPage.tsx')
const participant = javascriptOf(
  'src/participant/ParticipantPage.tsx',
  'src/live/with-live.tsx',
  'src/i18n/de/for-phones.ts',
)
const styles = Object.values(manifest).flatMap(({ css = [] }) => css.map((file) => `${dist}/${file}`))

export default [
  { name: 'join page', path: join, limit: '79 kB', gzip: true },
  { name: 'join page with its styles', path: [...join, ...styles, `${dist}/index.html`], limit: '91 kB', gzip: true },
  { name: 'participant page', path: participant, limit: '120 kB', gzip: true },
]
