import type { StoredAction } from '@humuus/workshop-engine'

/** Throws unless the actions carry the versions that follow `expectedVersion`: the log has no holes. */
export function insistOnConsecutive(expectedVersion: number, actions: readonly StoredAction[]): void {
  for (const [index, { version }] of actions.entries()) {
    if (version !== expectedVersion + index + 1) {
      throw new Error(`broken invariant: action ${index} of an append after ${expectedVersion} has version ${version}`)
    }
  }
}
