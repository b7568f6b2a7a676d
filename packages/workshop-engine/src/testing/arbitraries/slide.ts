import fc from 'fast-check'
import type { SlideConfig } from '../../nodes/slide/schema.ts'
import { image } from './image.ts'
import { type NodeArbitraries, watched } from './node-arbitraries.ts'
import { words } from './words.ts'

export const slideArbitraries: NodeArbitraries<SlideConfig, never, never> = {
  ...watched,
  config: fc.record(
    { headline: words, subheading: words, text: words, images: fc.array(image, { maxLength: 2 }) },
    { requiredKeys: ['images'] },
  ),
  twin: (config) => config,
}
