import type { EventLog, SessionProgress } from '../event-log.ts'

/** A log under test, with what the suite needs beside it. */
export interface EventLogSubject extends AsyncDisposable {
  readonly log: EventLog
  /** Makes a session with an empty log and returns its id. */
  makeSession(): Promise<string>
  /** What the session's last append said about its course. */
  progressOf(sessionId: string): Promise<SessionProgress | null>
}
