import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Table } from '../table.ts'

const dist = fileURLToPath(new URL('../../../../apps/web/dist', import.meta.url))

/** What a phone that enters, takes part, leads or shows has to fetch first. */
const pages = {
  'join page': 'src/join/JoinPage.tsx',
  'participant page': 'src/participant/ParticipantPage.tsx',
  console: 'src/host/HostPage.tsx',
  screen: 'src/screen/ScreenPage.tsx',
} as const

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

/** What the web app weighs, by page. Throws where it is not built. */
export function weights(): Table {
  const manifest = readManifest()
  const known = Object.entries(pages).filter(([, source]) => manifest[source] !== undefined)
  const rows = known.map(([name, source]) => {
    const files = chunks(manifest, 'index.html', source).map(({ file }) => file)
    return [name, files.length, ...sizes(files)] as const
  })
  const all = readdirSync(`${dist}/assets`).filter((name) => name.endsWith('.js'))
  const everything = ['all of it', all.length, ...sizes(all.map((name) => `assets/${name}`))] as const
  return {
    title: 'JavaScript, kB',
    headings: ['page', 'files', 'plain', 'gzip', 'brotli'],
    rows: [...rows, everything],
  }
}

/** The addresses of all that the join page is made of, in German, but for fonts. */
export function joinPageFiles(): readonly string[] {
  const parts = chunks(readManifest(), 'index.html', pages['join page'], 'src/i18n/de/for-joining.ts')
  const files = parts.flatMap(({ file, css = [] }) => [file, ...css])
  return ['', 'first-paint.js', ...new Set(files)].map((file) => `/${file}`)
}

function readManifest(): Manifest {
  if (!existsSync(`${dist}/.vite/manifest.json`)) throw new Error('the web app is not built: pnpm build does that')
  return JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'))
}

/** Some chunks and all that they import at once. */
function chunks(manifest: Manifest, ...names: readonly string[]): Chunk[] {
  const found = new Set<Chunk>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (chunk === undefined || found.has(chunk)) return
    found.add(chunk)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const name of names) visit(name)
  return [...found]
}

/** As it is, packed by us, and as the build packed it for browsers that take that. */
function sizes(files: readonly string[]): [plain: number, gzip: number, brotli: number] {
  const sum = (of: (path: string) => number) => files.reduce((total, file) => total + of(`${dist}/${file}`), 0) / 1_000
  const brotli = (path: string) => (existsSync(`${path}.br`) ? `${path}.br` : path)
  return [
    sum((path) => readFileSync(path).length),
    sum((path) => gzipSync(readFileSync(path)).length),
    sum((path) => readFileSync(brotli(path)).length),
  ]
}
