import fc from 'fast-check'
import type { Image } from '../../nodes/image.ts'

export const image: fc.Arbitrary<Image> = fc.record({
  url: fc.constantFrom('https://example.org/picture.png', '/files/picture.jpg'),
  alt: fc.string({ maxLength: 10 }),
})
