import { randomUUID } from 'node:crypto'
import { GivenUp } from '@humuus/jobs'
import { type Manners, smtpServer } from '@humuus/jobs/testing/smtp'
import { expect, test, vi } from 'vitest'
import { openSmtp } from '../mail/smtp.ts'
import { serverClient } from '../server-client.ts'
import { logLines } from '../testing/log-lines.ts'
import { standInServer } from '../testing/stand-in-server.ts'
import { onMail } from './mail.ts'

const secret = 'a secret of more than thirty-two characters'
const from = { name: 'humuus', address: 'no-reply@humuus.example', domain: 'humuus.example' }
const letter = { recipient: 'ann@example.org', subject: 'A subject', text: 'A text\n', html: '<p>A text</p>' }

/** A worker's handler between a server that has mail and a server that takes it. */
async function openWorld(manners: Manners = {}) {
  const server = await standInServer(secret)
  const smtp = await smtpServer(manners)
  const journal = logLines()
  const stopping = new AbortController()
  const handle = onMail({
    server: serverClient({ url: server.url, secret }),
    smtp: openSmtp({ url: smtp.url, from }),
    log: journal.log,
    stopping: stopping.signal,
  })
  return {
    ...{ server, smtp, journal, stopping },
    attempt: (mailId: string, isLast = false) => handle({ mailId }, { isLast }),
    [Symbol.asyncDispose]: async () => {
      stopping.abort()
      await smtp[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      // Whatever happened: nothing about people is in the log.
      for (const word of ['ann@', 'A subject', 'A text', secret]) expect(journal.text()).not.toContain(word)
    },
  }
}

test('a mail is taken, sent and reported', async () => {
  await using world = await openWorld()
  const mailId = world.server.post(letter)
  await world.attempt(mailId)
  const { parsed } = await world.smtp.mailTo(letter.recipient)
  expect(parsed).toMatchObject({ subject: letter.subject, text: letter.text, messageId: `<${mailId}@humuus.example>` })
  expect(world.server.news).toEqual([{ mailId, news: 'sent' }])
  expect(world.journal.lines).toMatchObject([{ level: 30, msg: 'mail sent', mailId, code: '250' }])
})

test('a mail that is gone, or was sent, is done', async () => {
  await using world = await openWorld()
  const mailId = world.server.post(letter)
  await world.attempt(mailId)
  await world.attempt(mailId)
  await world.attempt(randomUUID())
  expect(world.smtp.mails).toHaveLength(1)
  expect(world.server.news).toHaveLength(1)
})

test('what is refused for good is not tried again, and the server knows why', async () => {
  await using world = await openWorld({ refuse: (recipient) => ({ code: 550, text: `no ${recipient} here` }) })
  const mailId = world.server.post(letter)
  await expect(world.attempt(mailId)).rejects.toThrow(new GivenUp(`mail ${mailId} was given up: 550`))
  expect(world.server.news).toEqual([
    { mailId, news: 'failed', trouble: expect.stringContaining('550 no ann@example.org here'), isLast: true },
  ])
  expect(world.journal.lines).toMatchObject([{ level: 40, msg: 'mail given up', mailId, code: '550' }])
})

test('what is refused for now is tried again: it fails, saying no more than the mail’s id and a code', async () => {
  await using world = await openWorld({
    refuse: (to, nth) => (nth === 1 ? { code: 421, text: `not now, ${to}` } : null),
  })
  const mailId = world.server.post(letter)
  await expect(world.attempt(mailId)).rejects.toThrow(new RegExp(`^mail ${mailId} was not sent: 421$`))
  await world.attempt(mailId)
  expect(world.server.news).toMatchObject([
    { news: 'failed', trouble: expect.stringContaining('421 not now'), isLast: false },
    { news: 'sent' },
  ])
  expect(world.smtp.mails).toHaveLength(1)
})

test('after the last attempt it is given up', async () => {
  await using world = await openWorld({ refuse: () => ({ code: 451, text: 'later' }) })
  const mailId = world.server.post(letter)
  await expect(world.attempt(mailId, true)).rejects.toThrow(new GivenUp(`mail ${mailId} was given up: 451`))
  expect(world.server.news).toMatchObject([{ news: 'failed', isLast: true }])
  expect(world.journal.lines).toMatchObject([{ msg: 'mail given up', code: '451' }])
})

test('a server that is away is asked again: nothing is sent, and the job fails', async () => {
  await using world = await openWorld()
  const mailId = world.server.post(letter)
  await world.server[Symbol.asyncDispose]()
  await expect(world.attempt(mailId)).rejects.toThrow('does not answer')
  expect(world.smtp.connections).toBe(0)
})

test('a mail that is sent is told to the server until it knows, and never sent again', async () => {
  await using world = await openWorld()
  const mailId = world.server.post(letter)
  world.server.isDeaf = true
  const attempt = world.attempt(mailId)
  await world.smtp.mailTo(letter.recipient)
  await vi.waitFor(() => expect(world.journal.text()).toContain('unavailable'))
  // The queue may have lost sight of the first attempt and ask for another one.
  const another = world.attempt(mailId)
  world.server.isDeaf = false
  await Promise.all([attempt, another])
  expect(world.smtp.mails).toHaveLength(1)
  expect(world.server.news).toContainEqual({ mailId, news: 'sent' })
  await world.attempt(mailId)
  expect(world.smtp.mails).toHaveLength(1)
})

test('a worker that stops before the server knows says so', async () => {
  await using world = await openWorld()
  const mailId = world.server.post(letter)
  world.server.isDeaf = true
  const attempt = world.attempt(mailId)
  await world.smtp.mailTo(letter.recipient)
  setTimeout(() => world.stopping.abort(), 50)
  await expect(attempt).rejects.toThrow(`mail ${mailId} is sent, but the server could not be told`)
})
