import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { headBytes, inspectHead, tailBytes } from '@humuus/files'
import { damaged, sample, sampleNames } from '@humuus/files/testing'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { prepare } from './prepare.ts'

const types = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'audio/mpeg',
  'audio/wav',
  'audio/mp4',
  'audio/ogg',
  'video/mp4',
  'application/pdf',
]

// In this process, where a decoder that crashes takes the test along.
test('damaged files that pass the first look are prepared or refused', { timeout: 300_000 }, async () => {
  // libheif says what it thinks.
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const folder = await mkdtemp(join(tmpdir(), 'humuus-fuzz-'))
  const seen = { prepared: 0, refused: 0 }
  // Pages are drawn at full size: that takes seconds.
  const names = sampleNames.filter((name) => name !== 'paper.pdf')
  await fc.assert(
    fc.asyncProperty(damaged(names.map(sample)), async (bytes) => {
      const about = { size: bytes.length, name: '' }
      const found = await inspectHead(bytes.subarray(0, headBytes), bytes.subarray(-tailBytes), about)
      if (!found.ok) return
      const path = join(folder, `original.${found.ext}`)
      await writeFile(path, bytes)
      const result = await prepare({ path, ext: found.ext, folder })
      seen[result.ok ? 'prepared' : 'refused'] += 1
      if (!result.ok) {
        expect(result.code).toMatch(/^file_(unreadable|pixels)$/)
        return
      }
      for (const { type, width = 1, height = 1 } of result.variants) {
        expect(types).toContain(type)
        expect(width * height).toBeGreaterThan(0)
      }
    }),
    { numRuns: 400 },
  )
  await rm(folder, { recursive: true })
  // It did something.
  expect(seen.prepared).toBeGreaterThan(30)
  expect(seen.refused).toBeGreaterThan(5)
})
