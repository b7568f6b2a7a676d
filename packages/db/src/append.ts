import type { StoredAction } from '@humuus/workshop-engine'
import { insistOnConsecutive } from './consecutive.ts'
import type { SessionProgress } from './event-log.ts'
import { insistOnStorable, storableJson } from './storable.ts'

/** An append that is ready to be written: checked, and its data as JSON text. */
export interface Append {
  readonly sessionId: string
  readonly expectedVersion: number
  readonly actions: readonly StoredAction[]
  /** JSON text of each action's data. */
  readonly data: readonly string[]
  readonly progress: SessionProgress
}

/** Throws for versions that do not follow, and `UnstorableText`. */
export function readyToWrite(
  sessionId: string,
  expectedVersion: number,
  actions: readonly StoredAction[],
  progress: SessionProgress,
): Append {
  insistOnConsecutive(expectedVersion, actions)
  actions.forEach(insistOnStorable)
  const data = actions.map((action) => storableJson(action.actionData))
  return { sessionId, expectedVersion, actions, data, progress }
}

/** The version that the session has afterwards. */
export const versionAfter = ({ expectedVersion, actions }: Append): number => expectedVersion + actions.length
