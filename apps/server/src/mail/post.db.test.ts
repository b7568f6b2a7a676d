import type { Letter } from '@humuus/api'
import { mailStore } from '@humuus/db'
import { type TestDatabase, testDatabase } from '@humuus/db/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { postOffice } from './post.ts'

const now = () => 1_795_000_000_000
const letter: Letter = { to: 'ann@example.org', language: 'de', kind: 'confirm_email', link: 'https://h.example/#key' }

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(async () => {
  await database.db.prisma.mail.deleteMany()
})

test('a letter is stored before it is queued, and only its id is', async () => {
  const store = mailStore(database.db)
  const queued: string[] = []
  await postOffice({ store, queue: (id) => queued.push(id), now }).send(letter)
  const [mail] = await store.list({ limit: 2 })
  expect(queued).toEqual([mail?.id])
  expect(mail).toMatchObject({
    recipient: letter.to,
    status: 'waiting',
    createdAt: now(),
    subject: 'Bestätige deine E-Mail-Adresse',
  })
  expect(mail?.text).toContain('https://h.example/#key')
  expect(mail?.html).toContain('https://h.example/#key')
})

test('without a mail server a letter is kept', async () => {
  const store = mailStore(database.db)
  await postOffice({ store, queue: null, now }).send(letter)
  expect(await store.list({ limit: 2 })).toMatchObject([{ status: 'kept', recipient: letter.to }])
})

test.each([
  'a@example.org, b@example.org',
  'a@example.org\r\nBcc: b@example.org',
  '<a@example.org>',
  'a@b@c',
  'a',
  '',
  `${'a'.repeat(250)}@b.org`,
])('a letter goes to one address: not to %j', async (to) => {
  const store = mailStore(database.db)
  const attempt = postOffice({ store, queue: null, now }).send({ ...letter, to })
  await expect(attempt).rejects.toThrow(/^a letter goes to one address$/)
  expect(await store.list({ limit: 1 })).toEqual([])
})
