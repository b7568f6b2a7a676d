import fc from 'fast-check'
import type { EndConfig } from '../../nodes/end/index.ts'
import { type NodeArbitraries, watched } from './node-arbitraries.ts'
import { words } from './words.ts'

export const endArbitraries: NodeArbitraries<EndConfig, never, never> = {
  ...watched,
  config: fc.record({ headline: words, text: words }, { requiredKeys: [] }),
  twin: (config) => config,
}
