import { databaseCode } from './database-code.ts'

/** PostgreSQL's codes for "no room": disk_full, and out_of_memory on a server that is too small. */
const full = new Set(['53100', '53200'])

/** True if the database refused because it has no room left: nothing was written, and trying again does not help yet. */
export const isStorageFull = (error: unknown): boolean => full.has(databaseCode(error) ?? '')
