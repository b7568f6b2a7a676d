import type { JsonValue } from './json.ts'

/**
 * One row of a session's log, as the database keeps it (columns of `participant_actions`).
 * `version` counts from 1 without gaps; `at` is epoch milliseconds; `commandId` stands on the first event a command led to.
 * `nodeId` is `''` for what concerns the session and no step of it; `userId` is `'system'` for timers and presence.
 */
export interface StoredAction {
  readonly version: number
  readonly commandId: string | null
  readonly userId: string
  readonly nodeId: string
  readonly actionType: string
  readonly actionData: JsonValue
  readonly at: number
}
