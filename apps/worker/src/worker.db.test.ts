import { testDatabase } from '@humuus/db/testing'
import { workerContract } from './worker.contract.ts'

workerContract('PostgreSQL', async () => {
  const database = await testDatabase()
  return { databaseUrl: database.url, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() }
})
