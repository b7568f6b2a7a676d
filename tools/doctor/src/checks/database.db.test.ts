import { testDatabase } from '@humuus/db/testing'
import { expect, test } from 'vitest'
import { examine } from '../examine.ts'
import { readSettings } from '../settings.ts'
import { database } from './database.ts'

test('a database says how it is, and what it would lose in a power cut', async () => {
  await using here = await testDatabase()
  const findings = await database({ databaseUrl: here.url })
  const says = (state: string) => findings.filter((each) => each.state === state).map((each) => each.says)
  expect(says('good')).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^PostgreSQL \d+/),
      'UTF-8',
      'its tables are those of this version',
      expect.stringMatching(/^this clock and that of the database are \d+ ms apart$/),
    ]),
  )
  // Those of tests do not wait for the disk.
  expect(says('bad')).toEqual(['it does not wait for the disk'])
})

test('tables of an older version are told', async () => {
  await using here = await testDatabase()
  await here.db.prisma.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%accounts'`
  expect(await database({ databaseUrl: here.url })).toContainEqual(
    expect.objectContaining({ state: 'warn', says: '1 changes of its tables wait' }),
  )
})

test('one that is away is bad, and its password is not told', async () => {
  const settings = readSettings({ DATABASE_URL: 'postgresql://humuus:very-secret@127.0.0.1:1/humuus' })
  for await (const { name, findings } of examine(settings)) {
    expect(JSON.stringify(findings)).not.toContain('very-secret')
    if (name === 'Database')
      expect(findings).toMatchObject([{ state: 'bad', says: expect.stringContaining('ECONNREFUSED') }])
  }
})
