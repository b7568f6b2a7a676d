import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { KeptUpload } from './kept-upload.ts'
import type { Ledger } from './ledger.ts'
import type { Wish } from './outbox.ts'

/** What a browser keeps in IndexedDB. */
export interface Shelves extends DBSchema {
  /** Keys count up over all tabs: they are the order in which the wishes were kept. */
  wishes: { key: number; value: Wish; indexes: { byId: string; bySession: string } }
  ledgers: { key: string; value: Ledger }
  /** Who this browser is, as text under one key. */
  device: { key: string; value: string }
  uploads: { key: string; value: KeptUpload; indexes: { bySession: string } }
  /** What is in a file, by the id of its upload. */
  bytes: { key: string; value: Blob }
}

/** Not before it is on the disk: a battery may die in the next moment. */
export const onDisk = { durability: 'strict' } as const

/** The shelves, opened when first needed and again after the browser closed them. Rejects where there is no storage. */
export function openShelves(name = 'humuus'): () => Promise<IDBPDatabase<Shelves>> {
  let opened: Promise<IDBPDatabase<Shelves>> | null = null
  const forget = () => {
    opened = null
  }
  return () => {
    if (opened !== null) return opened
    const mine = openDB<Shelves>(name, 2, {
      upgrade(db, version) {
        if (version < 2) {
          db.createObjectStore('uploads', { keyPath: 'id' }).createIndex('bySession', 'sessionId')
          db.createObjectStore('bytes')
        }
        if (version > 0) return
        const wishes = db.createObjectStore('wishes', { autoIncrement: true })
        wishes.createIndex('byId', 'commandId', { unique: true })
        wishes.createIndex('bySession', 'sessionId')
        db.createObjectStore('ledgers', { keyPath: 'sessionId' })
        db.createObjectStore('device')
      },
      // A newer page in another tab wants to change the shelves: this one lets go, and opens them again when it needs them.
      blocking: () => void mine.then((db) => db.close()).finally(forget),
      terminated: forget,
    })
    opened = mine
    mine.catch(forget)
    return mine
  }
}
