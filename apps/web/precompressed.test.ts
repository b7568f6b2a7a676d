import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressAll } from './precompressed.ts'

test('texts have their compressed forms beside them, where those are smaller; pictures and fonts are left as they are', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'humuus-'))
  await mkdir(join(folder, 'assets'))
  const text = 'once upon a time '.repeat(99)
  const files = { 'index.html': text, 'assets/a.js': text, 'assets/tiny.js': '0', 'assets/f.woff2': text }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  await compressAll(folder)
  const names = (await readdir(folder, { recursive: true })).filter((name) => !(name in files) && name !== 'assets')
  expect(names.sort()).toEqual(['assets/a.js.br', 'assets/a.js.gz', 'index.html.br', 'index.html.gz'])
  expect(String(brotliDecompressSync(await readFile(join(folder, 'assets/a.js.br'))))).toBe(text)
  expect(String(gunzipSync(await readFile(join(folder, 'index.html.gz'))))).toBe(text)
  await rm(folder, { recursive: true })
})
