export { DataFolderInUse, DataFolderUnusable, PostgresFailed } from './errors.ts'
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startPostgres } from './start-postgres.ts'
