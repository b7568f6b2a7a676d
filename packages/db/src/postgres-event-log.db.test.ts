import { postgresEventLog } from './postgres-event-log.ts'
import { sessionStore } from './session-store.ts'
import { eventLogContract } from './testing/event-log-contract.ts'
import { aSession } from './testing/sample-session.ts'
import { testDatabase } from './testing/test-database.ts'

eventLogContract('the log in PostgreSQL', async () => {
  const database = await testDatabase()
  const sessions = sessionStore(database.db)
  return {
    log: postgresEventLog(database.db),
    makeSession: async () => (await sessions.create(aSession())).id,
    progressOf: async (sessionId) => {
      const session = await sessions.get(sessionId)
      return session && { status: session.status, startedAt: session.startedAt, completedAt: session.completedAt }
    },
    [Symbol.asyncDispose]: async () => database[Symbol.asyncDispose](),
  }
})
