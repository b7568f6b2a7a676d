export { isAway } from './away.ts'
export { type Database, openDatabase } from './database.ts'
export { type DeviceSignIn, type DeviceStore, deviceStore } from './device-store.ts'
export type { AppendResult, EventLog, Refusal, SessionProgress } from './event-log.ts'
export { type PersonEraser, personEraser } from './forget-person.ts'
export { type MemoryEventLog, memoryEventLog } from './memory-event-log.ts'
export { MigrationRefused, migrate, pendingMigrations } from './migrate.ts'
export { postgresEventLog } from './postgres-event-log.ts'
export {
  type PageReport,
  type ReceiptStore,
  type ReceiptSummary,
  receiptStore,
  type ShownDigest,
} from './receipt-store.ts'
export { type ServerStore, serverStore } from './server-store.ts'
export {
  type PageRecord,
  type RefusalRecord,
  type SessionBookStore,
  type SessionBooks,
  type SessionEntry,
  sessionBookStore,
} from './session-books.ts'
export { type NewSession, type SessionRecord, type SessionStore, sessionStore } from './session-store.ts'
export { isStorable, UnstorableText } from './storable.ts'
export { isStorageFull } from './storage-full.ts'
export { type WorkshopRecord, type WorkshopStore, workshopStore } from './workshop-store.ts'
