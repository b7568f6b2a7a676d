import type { CommandResult, LiveMessage } from '@humuus/api'

/** Hears what happens in rooms, to count it. It is called on the way of every vote: each call costs next to nothing. */
export interface RoomObserver {
  /** A person's command was answered. */
  answered(result: CommandResult): void
  /** So many versions came into a log with one append, which took so long (ms). */
  appended(versions: number, ms: number): void
  /** An append failed, or nobody knows. */
  notAppended(): void
  /** A view is opened; `isReturning`: by somebody who has seen some of it. */
  opened(isReturning: boolean): void
  sent(kind: LiveMessage['kind']): void
  /** A clock that nobody else rang. */
  rangLate(): void
}
