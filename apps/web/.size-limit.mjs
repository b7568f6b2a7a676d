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
  if (found.has(chunk)) return found
  found.add(chunk)
  for (const imported of chunk.imports ?? []) closure(imported, found)
  return found
}

/** All chunks a phone fetches before the page can be used: the entry, the page, the texts of one language. */
function chunksOf(...parts) {
  const chunks = new Set()
  for (const name of ['index.html', 'src/i18n/de/for-joining.ts', ...parts]) closure(name, chunks)
  return [...chunks]
}

const inDist = (file) => `${dist}/${file}`
const scripts = (chunks) => [inDist('first-paint.js'), ...chunks.map(({ file }) => inDist(file))]
const styles = (chunks) => [...new Set(chunks.flatMap(({ css = [] }) => css.map(inDist)))]

/** Until a code can be typed and looked up. */
const join = chunksOf('src/join/JoinPage.tsx')
const participant = chunksOf(
  'src/participant/ParticipantPage.tsx',
  'src/live/with-live.tsx',
  'src/i18n/de/for-phones.ts',
)
const joinWithStyles = [...scripts(join), ...styles(join), inDist('index.html')]

export default [
  { name: 'join page', path: scripts(join), limit: '76 kB', gzip: true },
  { name: 'join page with its styles', path: joinWithStyles, limit: '90 kB', gzip: true },
  { name: 'participant page', path: scripts(participant), limit: '118 kB', gzip: true },
]
