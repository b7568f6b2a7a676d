export { DataFolderInUse, DataFolderUnusable, PostgresFailed } from './errors.ts'
export { freePort } from './free-port.ts'
export { runningPostgres } from './running-postgres.ts'
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startPostgres } from './start-postgres.ts'
