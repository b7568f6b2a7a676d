import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { fileTotals } from './file-totals.ts'
import { testDatabase } from './testing/index.ts'

test('what is kept is counted: as it came, or what was made of it, and nothing that is on its way in or out', async () => {
  await using database = await testDatabase()
  const { db } = database
  expect(await fileTotals(db)).toEqual({ count: 0, bytes: 0 })
  const row = { ownerId: randomUUID(), purpose: 'answer', name: 'a.png', size: 1_000n, state: 'clean' }
  const made = [{ size: 300 }, { size: 20 }]
  await db.prisma.file.createMany({
    data: [
      { ...row, id: randomUUID(), state: 'scanning' },
      { ...row, id: randomUUID(), preparedAt: new Date(), variants: made },
      { ...row, id: randomUUID(), state: 'uploading' },
      { ...row, id: randomUUID(), preparedAt: new Date(), variants: made, removedAt: new Date() },
    ],
  })
  expect(await fileTotals(db)).toEqual({ count: 2, bytes: 1_320 })
})
