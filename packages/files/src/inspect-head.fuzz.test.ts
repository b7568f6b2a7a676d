import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileFormats } from './file-kind.ts'
import { headBytes, type Inspection, inspectHead, tailBytes } from './inspect-head.ts'
import { damaged } from './testing/damaged.ts'
import { sample, sampleNames } from './testing/samples.ts'

const inspect = (bytes: Uint8Array, name: string) =>
  inspectHead(bytes.subarray(0, headBytes), bytes.subarray(-tailBytes), { size: bytes.length, name })

const listed = Object.values(fileFormats).map(({ kind, type, ext }) => `${kind} ${type} ${ext}`)
const isOurs = (answer: Inspection) =>
  answer.ok ? listed.includes(`${answer.kind} ${answer.type} ${answer.ext}`) : /^file_[a-z]+$/.test(answer.code)

const names = fc.oneof(
  fc.string(),
  fc.constantFrom('a.jpg', 'a.pdf', 'a.exe', '../../x.png', 'x'.repeat(10_000), '\0.jpg'),
)

test('damaged files are answered, with a listed format or a refusal', async () => {
  const seen = { accepted: 0, refused: 0 }
  const files = damaged(sampleNames.map(sample))
  await fc.assert(
    fc.asyncProperty(files, names, async (bytes, name) => {
      const answer = await inspect(bytes, name)
      seen[answer.ok ? 'accepted' : 'refused'] += 1
      expect(isOurs(answer)).toBe(true)
    }),
    { numRuns: 600 },
  )
  // It did something.
  expect(seen.accepted).toBeGreaterThan(50)
  expect(seen.refused).toBeGreaterThan(50)
})

test('what begins with chance is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), names, async (bytes, name) => {
      const answer = await inspect(bytes, name)
      expect(isOurs(answer)).toBe(true)
      // Formats begin with marks of four bytes and more.
      if (answer.ok)
        expect(sampleNames.some((each) => sample(each).subarray(0, 2).equals(bytes.subarray(0, 2)))).toBe(true)
    }),
    { numRuns: 600 },
  )
})
