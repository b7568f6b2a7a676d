import { testDatabase } from '@humuus/db/testing'
import { kindsContract } from './kinds.contract.ts'

kindsContract('PostgreSQL', async () => {
  const database = await testDatabase()
  return {
    url: database.url,
    addressAt: (url) => ({ databaseUrl: url }),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
})
