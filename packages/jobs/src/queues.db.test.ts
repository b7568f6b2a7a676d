import { testDatabase } from '@humuus/db/testing'
import { queuesContract } from './queues.contract.ts'

queuesContract('PostgreSQL', async () => {
  const database = await testDatabase()
  return {
    url: database.url,
    addressAt: (url) => ({ databaseUrl: url }),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
})
