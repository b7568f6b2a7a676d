import type { RouterOutputs } from '../live/outputs.ts'

/** Somebody's own account. */
export type Profile = RouterOutputs['account']['get']
