export { type PostgresForTests, postgresForTests } from './postgres-for-tests.ts'
export { type TestDatabase, testDatabase } from './test-database.ts'
