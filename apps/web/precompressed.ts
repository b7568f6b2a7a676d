import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Fonts and pictures are compressed as they are. */
const texts = new Set(['.html', '.js', '.css', '.svg', '.webmanifest'])

const [asGzip, asBrotli] = [promisify(gzip), promisify(brotliCompress)]

/** What it is called beside the file, and how it is made: as small as it gets, since it is done once. */
const ways: Readonly<Record<string, (text: Buffer) => Promise<Buffer>>> = {
  '.gz': (text) => asGzip(text, { level: constants.Z_BEST_COMPRESSION }),
  '.br': (text) => asBrotli(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
}

/** Once the last part is built, every text of the folder has its compressed forms beside it: no server does that for each phone. */
export const precompressed = (dist: string): Plugin => ({
  name: 'precompressed',
  apply: 'build',
  closeBundle: () => compressAll(dist),
})

/** Writes `name.gz` and `name.br` beside each text in this folder and below, where that is smaller than the text itself. */
export async function compressAll(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  for (const name of names.filter((name) => texts.has(extname(name)))) {
    const path = join(folder, name)
    if ((await stat(path)).isFile()) await compressOne(path)
  }
}

async function compressOne(path: string): Promise<void> {
  const text = await readFile(path)
  const forms = Object.entries(ways).map(async ([ending, compress]) => {
    const small = await compress(text)
    if (small.length < text.length) await writeFile(path + ending, small)
  })
  await Promise.all(forms)
}
