import { uuid } from '../identity/uuid.ts'
import { hasNews, issue, note, openLedger, told } from './ledger.ts'
import type { Outbox } from './outbox.ts'
import { onDisk, type openShelves } from './shelves.ts'

const both = ['wishes', 'ledgers'] as const

/** An outbox in IndexedDB: it outlives reload, crash and restart, and all tabs of the browser share it. */
export function lastingOutbox(database: ReturnType<typeof openShelves>): Outbox {
  return {
    async add(wish) {
      const tx = (await database()).transaction(both, 'readwrite', onDisk)
      const wishes = tx.objectStore('wishes')
      const ledgers = tx.objectStore('ledgers')
      if ((await wishes.index('byId').getKey(wish.commandId)) === undefined) {
        const ledger = (await ledgers.get(wish.sessionId)) ?? openLedger(wish.sessionId, uuid())
        await Promise.all([wishes.add(wish), ledgers.put(issue(ledger))])
      }
      await tx.done
    },
    async settle(commandId, outcome) {
      const tx = (await database()).transaction(both, 'readwrite', onDisk)
      const wishes = tx.objectStore('wishes')
      const ledgers = tx.objectStore('ledgers')
      const cursor = await wishes.index('byId').openCursor(commandId)
      if (cursor !== null) {
        const { sessionId } = cursor.value
        const ledger = (await ledgers.get(sessionId)) ?? openLedger(sessionId, uuid())
        await Promise.all([cursor.delete(), ledgers.put(note(ledger, commandId, outcome))])
      }
      await tx.done
    },
    async list(sessionId) {
      return (await database()).getAllFromIndex('wishes', 'bySession', sessionId)
    },
    async sessions() {
      const db = await database()
      const [wishes, ledgers] = await Promise.all([db.getAll('wishes'), db.getAll('ledgers')])
      return [...new Set([...wishes, ...ledgers.filter(hasNews)].map(({ sessionId }) => sessionId))]
    },
    async owed(sessionId) {
      const tx = (await database()).transaction(both, 'readonly')
      const [ledger, waiting] = await Promise.all([
        tx.objectStore('ledgers').get(sessionId),
        tx.objectStore('wishes').index('bySession').count(sessionId),
        tx.done,
      ])
      return ledger === undefined ? null : { ...ledger, waiting }
    },
    async reported(sessionId, commandIds) {
      const tx = (await database()).transaction('ledgers', 'readwrite')
      const ledger = await tx.store.get(sessionId)
      if (ledger !== undefined) await tx.store.put(told(ledger, commandIds))
      await tx.done
    },
    async clear() {
      const all = ['wishes', 'ledgers', 'device', 'uploads', 'bytes'] as const
      const tx = (await database()).transaction(all, 'readwrite', onDisk)
      await Promise.all([...all.map((name) => tx.objectStore(name).clear()), tx.done])
    },
  }
}
