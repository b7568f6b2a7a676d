import fc from 'fast-check'
import type { CountdownConfig } from '../../nodes/countdown/index.ts'
import { type NodeArbitraries, watched } from './node-arbitraries.ts'
import { words } from './words.ts'

export const countdownArbitraries: NodeArbitraries<CountdownConfig, never, never> = {
  ...watched,
  config: fc.record({ text: words, seconds: fc.integer({ min: 1, max: 90 }) }),
  twin: (config) => config,
}
