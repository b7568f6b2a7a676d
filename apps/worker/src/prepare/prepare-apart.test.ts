import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SampleName, sample, sampleFormat } from '@humuus/files/testing'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { DecoderGaveUp, prepareApart } from './prepare-apart.ts'

// Decoding, and processes that begin, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 120_000 })

async function original(bytes: Buffer, ext: string) {
  const folder = await mkdtemp(join(tmpdir(), 'humuus-apart-'))
  const path = join(folder, `original.${ext}`)
  await writeFile(path, bytes)
  return { file: { path, ext, folder }, folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}
const fromSample = (name: SampleName) => original(sample(name), sampleFormat(name))

const generous = { withinMs: 60_000, memoryBytes: 1_500_000_000 }

test.each(['photo.jpg', 'photo.heic', 'film.mov', 'paper.pdf'] as const)(
  '%s is prepared by another process',
  async (name) => {
    await using world = await fromSample(name)
    const prepared = await prepareApart(world.file)
    expect(prepared.ok && prepared.variants.map(({ path }) => path.startsWith(world.folder))).toContain(true)
    expect((await readdir(world.folder)).length).toBeGreaterThan(1)
  },
)

test('what it refuses comes back in words', async () => {
  await using world = await original(Buffer.from('\xff\xd8\xff\xe0 and no more', 'latin1'), 'jpg')
  expect(await prepareApart(world.file)).toEqual({ ok: false, code: 'file_unreadable', params: {} })
})

test('a decoder that takes too long or too much is ended, and the next one works', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const large = await sharp({ create: { width: 7_000, height: 7_000, channels: 3, background: '#fff', noise } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  await using world = await original(large, 'png')
  const attempt = (bounds: Partial<typeof generous>) => prepareApart(world.file, { ...generous, ...bounds })
  await expect(attempt({ withinMs: 700 })).rejects.toThrow('the decoder takes too long')
  await expect(attempt({ memoryBytes: 20_000_000 })).rejects.toThrow('the decoder needs too much memory')
  await expect(attempt({ memoryBytes: 20_000_000 })).rejects.toThrow(DecoderGaveUp)
  await using small = await fromSample('photo.jpg')
  expect(await prepareApart(small.file)).toMatchObject({ ok: true })
})

test('a file that is gone is our trouble, not its own', async () => {
  await using world = await fromSample('voice.mp3')
  const file = { ...world.file, path: join(world.folder, 'gone.mp3') }
  await expect(prepareApart(file)).rejects.toThrow('ENOENT')
})
