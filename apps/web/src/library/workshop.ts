import type { RouterOutputs } from '../live/outputs.ts'

/** A workshop as the library lists it. */
export type Workshop = RouterOutputs['workshops']['list'][number]
