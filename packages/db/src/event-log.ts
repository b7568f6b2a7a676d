import type { Rejection, StoredAction } from '@humuus/workshop-engine'

/** What a session's row says about its course; epoch milliseconds. */
export interface SessionProgress {
  readonly status: string
  readonly startedAt: number | null
  readonly completedAt: number | null
}

/** A command that was refused for good. */
export interface Refusal {
  readonly commandId: string
  readonly userId: string
  readonly rejection: Rejection
  /** Epoch milliseconds. */
  readonly at: number
}

/**
 * Of a refused append nothing is written. `conflict`: somebody else appended first, so read and decide again.
 * `duplicate_command`: one of the commands is in the log, or was refused before.
 */
export type AppendResult =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: 'conflict' | 'duplicate_command' | 'unknown_session' }

/**
 * The log of every session: append-only, numbered from 1 without gaps.
 * Every call rejects when the database cannot be reached; after a rejected `append` it is open whether the actions were
 * written, so read before trying again.
 */
export interface EventLog {
  /**
   * All or nothing, in one statement: moves the session from `expectedVersion` to the last action's version, sets its
   * progress and writes the actions, which carry the versions `expectedVersion + 1…n`. None only sets the progress.
   * Throws `UnstorableText`, writing nothing, for text that PostgreSQL cannot hold: refuse it where it comes in.
   * Objects come back with the same members, but not in the same order.
   */
  append(
    sessionId: string,
    expectedVersion: number,
    actions: readonly StoredAction[],
    progress: SessionProgress,
  ): Promise<AppendResult>
  /**
   * Remembers commands that were refused at this version beside the log; one that is known keeps its first answer. False, and
   * nothing is written, where the log has another version by now: what came since may change the verdict.
   */
  refuse(sessionId: string, version: number, refusals: readonly Refusal[]): Promise<boolean>
  /** Of these commands, those that were refused before. */
  refusals(sessionId: string, commandIds: readonly string[]): Promise<Refusal[]>
  /** The actions after `afterVersion` by ascending version, at most `limit` of them; none for an unknown session. */
  read(sessionId: string, afterVersion: number, limit?: number): Promise<StoredAction[]>
  /** Version of the newest action per session, 0 before the first; unknown sessions are left out. */
  heads(sessionIds: readonly string[]): Promise<Map<string, number>>
}
