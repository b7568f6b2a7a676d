import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { uuid } from '../identity/uuid.ts'
import { hasNews, issue, type Ledger, note, openLedger, told } from './ledger.ts'
import type { Outbox, Wish } from './outbox.ts'

interface Shelves extends DBSchema {
  /** Keys count up over all tabs: they are the order in which the wishes were kept. */
  wishes: { key: number; value: Wish; indexes: { byId: string; bySession: string } }
  ledgers: { key: string; value: Ledger }
}

/** Not before it is on the disk: a battery may die in the next moment. */
const onDisk = { durability: 'strict' } as const

const both = ['wishes', 'ledgers'] as const

/** An outbox in IndexedDB: it outlives reload, crash and restart, and all tabs of the browser share it. */
export function lastingOutbox(name = 'humuus'): Outbox {
  let opened: Promise<IDBPDatabase<Shelves>> | null = null
  const forget = () => {
    opened = null
  }

  function database(): Promise<IDBPDatabase<Shelves>> {
    if (opened !== null) return opened
    const mine = openDB<Shelves>(name, 1, {
      upgrade(db) {
        const wishes = db.createObjectStore('wishes', { autoIncrement: true })
        wishes.createIndex('byId', 'commandId', { unique: true })
        wishes.createIndex('bySession', 'sessionId')
        db.createObjectStore('ledgers', { keyPath: 'sessionId' })
      },
      // A newer page in another tab wants to change the shelves: this one lets go, and opens them again when it needs them.
      blocking: () => void mine.then((db) => db.close()).finally(forget),
      terminated: forget,
    })
    opened = mine
    mine.catch(forget)
    return mine
  }

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
      const tx = (await database()).transaction(both, 'readwrite')
      await Promise.all([tx.objectStore('wishes').clear(), tx.objectStore('ledgers').clear(), tx.done])
    },
  }
}
