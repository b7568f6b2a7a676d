import { randomUUID } from 'node:crypto'
import { memoryEventLog } from './memory-event-log.ts'
import { eventLogContract } from './testing/event-log-contract.ts'

eventLogContract('the log in memory', async () => {
  const log = memoryEventLog()
  return {
    log,
    makeSession: async () => {
      const id = randomUUID()
      log.addSession(id)
      return id
    },
    progressOf: async (sessionId) => log.progressOf(sessionId),
    [Symbol.asyncDispose]: async () => undefined,
  }
})
