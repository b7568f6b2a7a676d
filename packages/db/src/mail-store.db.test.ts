import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MailStore, mailStore, type NewMail } from './mail-store.ts'
import { UnstorableText } from './storable.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

const now = 1_795_000_000_000
const letter: NewMail = {
  recipient: 'ann@example.org',
  subject: 'Grüße',
  text: 'https://humuus.example/#secret',
  html: '<p>https://humuus.example/#secret</p>',
  kept: false,
  now,
}

describe('mail', () => {
  let database: TestDatabase
  let mails: MailStore
  beforeAll(async () => {
    database = await testDatabase()
    mails = mailStore(database.db)
  })
  afterAll(async () => database[Symbol.asyncDispose]())
  beforeEach(async () => {
    await database.db.prisma.mail.deleteMany()
  })
  const only = async () => {
    const [mail, another] = await mails.list({ limit: 2 })
    expect(another).toBeUndefined()
    return mail
  }

  it('waits until it is sent, and then what it said is forgotten', async () => {
    const id = await mails.add(letter)
    const { kept: _, now: createdAt, ...content } = letter
    expect(await only()).toEqual({
      ...content,
      id,
      status: 'waiting',
      attempts: 0,
      trouble: null,
      createdAt,
      sentAt: null,
    })

    expect(await mails.take(id)).toEqual(content)
    await mails.sent(id, now + 1_000)
    const forgotten = { status: 'sent', attempts: 1, sentAt: now + 1_000, text: null, html: null }
    expect(await only()).toMatchObject(forgotten)
    expect(await mails.take(id)).toBeNull()
    await mails.sent(id, now + 2_000)
    await mails.failedAttempt(id, 'too late', { isLast: true })
    expect(await only()).toMatchObject({ ...forgotten, trouble: null })
  })

  it('counts each attempt and remembers why the last one failed', async () => {
    const id = await mails.add(letter)
    for (const trouble of ['421 busy', '451 greylisted']) {
      expect(await mails.take(id)).not.toBeNull()
      await mails.failedAttempt(id, trouble, { isLast: false })
    }
    expect(await only()).toMatchObject({ status: 'waiting', attempts: 2, trouble: '451 greylisted' })
    await mails.take(id)
    await mails.sent(id, now)
    expect(await only()).toMatchObject({ status: 'sent', trouble: null })
  })

  it('that failed for good no longer waits and can still be read', async () => {
    const id = await mails.add(letter)
    await mails.take(id)
    await mails.failedAttempt(id, '550 unknown', { isLast: true })
    expect(await only()).toMatchObject({ status: 'failed', trouble: '550 unknown', text: letter.text })
    expect(await mails.waiting({ olderThanMs: 0, now })).toEqual([])
  })

  it('that failed for good waits again once somebody takes it to be sent after all', async () => {
    const id = await mails.add(letter)
    await mails.failedAttempt(id, '550 unknown', { isLast: true })
    expect(await mails.take(id)).toMatchObject({ text: letter.text })
    expect(await only()).toMatchObject({ status: 'waiting', attempts: 1 })
    await mails.sent(id, now)
    expect(await mails.take(id)).toBeNull()
  })

  it('that is kept is never taken', async () => {
    const id = await mails.add({ ...letter, kept: true })
    expect(await mails.take(id)).toBeNull()
    expect(await mails.waiting({ olderThanMs: 0, now })).toEqual([])
    await mails.sent(id, now)
    expect(await only()).toMatchObject({ status: 'kept', attempts: 0, text: letter.text })
  })

  it('that waits is found once it has waited long enough, the oldest first', async () => {
    const young = await mails.add({ ...letter, now: now - 59_000 })
    const old = await mails.add({ ...letter, now: now - 60_000 })
    const sent = await mails.add({ ...letter, now: now - 90_000 })
    await mails.sent(sent, now)
    expect(await mails.waiting({ olderThanMs: 60_000, now })).toEqual([old])
    expect(await mails.waiting({ olderThanMs: 0, now })).toEqual([old, young])
  })

  it('is listed newest first, up to a limit, until it is removed', async () => {
    const ids = await Promise.all([1, 3, 2].map((second) => mails.add({ ...letter, now: now + second })))
    const newest = async (limit: number) => (await mails.list({ limit })).map(({ id }) => id)
    expect(await newest(2)).toEqual([ids[1], ids[2]])
    expect(await mails.remove(ids[1] ?? '')).toBe(true)
    expect(await mails.remove(ids[1] ?? '')).toBe(false)
    expect(await newest(10)).toEqual([ids[2], ids[0]])
  })

  it('asked for under an id that is none, or nobody’s, is not there', async () => {
    for (const id of ['none', randomUUID()]) {
      expect(await mails.take(id)).toBeNull()
      expect(await mails.remove(id)).toBe(false)
      await mails.sent(id, now)
      await mails.failedAttempt(id, 'gone', { isLast: true })
    }
  })

  it('whose text no column holds is refused, without repeating it', async () => {
    const refused = mails.add({ ...letter, text: 'secret\0' })
    await expect(refused).rejects.toThrow(UnstorableText)
    await expect(refused).rejects.not.toThrow('secret')
  })

  it('keeps what another server says about it, whatever that is, up to 500 characters', async () => {
    const id = await mails.add(letter)
    await mails.failedAttempt(id, `\0\ud83d${'x'.repeat(600)}`, { isLast: false })
    expect((await only())?.trouble).toBe('x'.repeat(498))
  })
})
