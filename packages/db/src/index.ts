export {
  type AccountHistory,
  type AccountRecord,
  type AccountStore,
  accountStore,
  type InstallationRole,
  type Profile,
} from './account-store.ts'
export { isAway } from './away.ts'
export { copyDatabase, type DatabaseCopy, type TableCopy } from './copy/dump.ts'
export { type DatabaseLoad, LoadRefused, loadDatabase } from './copy/load.ts'
export { isKeptTable, type KeptTable, keptTables, passingTables } from './copy/tables.ts'
export { type Database, openDatabase } from './database.ts'
export { databaseBytes } from './database-bytes.ts'
export { type DeviceProof, type DeviceRecord, type DeviceStore, deviceStore } from './device-store.ts'
export type { AppendResult, EventLog, Refusal, SessionProgress } from './event-log.ts'
export { type FileLocks, fileLocks } from './file-lock.ts'
export type { FileRecord, FileRemoval, FileRowKind, FileRowNews, FileRowState } from './file-record.ts'
export { type FileRetention, fileRetention, type SessionRetention } from './file-retention.ts'
export { type Begun, type FileRoom, type FileStore, fileStore, type NewFile } from './file-store.ts'
export { fileTotals } from './file-totals.ts'
export { type PersonEraser, personEraser } from './forget-person.ts'
export { type IdentityStore, identityStore, type ProviderIdentity } from './identity-store.ts'
export { type Batch, type LeftoverStore, leftoverStore } from './leftover-store.ts'
export { type LimitClient, limitClient } from './limit-client.ts'
export {
  type MailRecord,
  type MailStatus,
  type MailStore,
  mailStore,
  type NewMail,
  type TakenMail,
} from './mail-store.ts'
export { type MemoryEventLog, memoryEventLog } from './memory-event-log.ts'
export { MigrationRefused, migrate, pendingMigrations } from './migrate.ts'
export { type OneTimeKey, type OneTimeKeyStore, oneTimeKeyStore } from './one-time-key-store.ts'
export { type PersonAction, type PersonData, personData } from './person-data.ts'
export { postgresEventLog } from './postgres-event-log.ts'
export { type LivingProgram, type ProgramStore, serverStore, workerStore } from './program-store.ts'
export {
  type PageReport,
  type ReceiptStore,
  type ReceiptSummary,
  receiptStore,
  type ShownDigest,
} from './receipt-store.ts'
export {
  type PageRecord,
  type RefusalRecord,
  type SessionBookStore,
  type SessionBooks,
  type SessionEntry,
  sessionBookStore,
} from './session-books.ts'
export { type NewSession, type SessionRecord, type SessionStore, sessionStore } from './session-store.ts'
export { sharedReads } from './shared-reads.ts'
export {
  type EndScope,
  type NewSignIn,
  type Renewal,
  type SignInChange,
  type SignInMethod,
  type SignInStore,
  signInStore,
  type TokenNumber,
} from './sign-in-store.ts'
export { isStorable, UnstorableText } from './storable.ts'
export { isStorageFull } from './storage-full.ts'
export { type WorkshopRecord, type WorkshopStore, workshopStore } from './workshop-store.ts'
