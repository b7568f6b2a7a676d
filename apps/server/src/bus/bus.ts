/** Says to other servers how far a session's log has grown. What it loses is found in the log a little later. */
export interface Bus {
  /** Never throws and never waits. */
  publish(sessionId: string, version: number): void
  /** Sign-ins have ended: others look into the database which. Never throws and never waits. */
  revoked(): void
  /** Why it does not work now, in a word for the console; `null` when it does. */
  trouble(): 'bus' | null
  close(): Promise<void>
}

/** Called for what other servers, and this one, publish. */
export interface Heard {
  readonly version: (sessionId: string, version: number) => void
  readonly revoked: () => void
}

/** A bus for a server that is alone. */
export const silentBus: Bus = { publish: () => {}, revoked: () => {}, trouble: () => null, close: async () => {} }
