import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { freePort } from './embedded/free-port.ts'
import { sessionStore } from './session-store.ts'
import { execute } from './testing/execute.ts'
import { aSession } from './testing/sample-session.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

describe('a database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(async () => database[Symbol.asyncDispose]())

  it('answers a ping', async () => {
    await expect(database.db.ping()).resolves.toBeUndefined()
  })

  it('rejects a ping when nobody listens', async () => {
    const db = openDatabase(`postgresql://nobody@127.0.0.1:${await freePort()}/nothing`)
    await expect(db.ping()).rejects.toThrow("Can't reach database server")
    await db.close()
  })

  it('goes on with fresh connections after the server has cut all of them', async () => {
    await database.db.ping()
    await execute(
      database.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    // The pool notices a dead connection when its socket says so, which is not at once.
    await expect.poll(() => database.db.ping().then(() => 'answers')).toBe('answers')
  })

  it('gives every moment back to the millisecond, whatever time zone the server is set to', async () => {
    await using elsewhere = await testDatabase()
    await execute(
      elsewhere.url,
      `ALTER DATABASE ${new URL(elsewhere.url).pathname.slice(1)} SET timezone = 'Asia/Kathmandu'`,
    )
    const sessions = sessionStore(elsewhere.db)
    for (const now of [0, 1_711_846_799_999, 1_711_850_400_001, 4_102_444_799_123]) {
      const { id } = await sessions.create(aSession({ now }))
      expect((await sessions.get(id))?.createdAt).toBe(now)
    }
    expect(await execute(elsewhere.url, 'SHOW timezone')).toEqual([{ TimeZone: 'Asia/Kathmandu' }])
  })
})
