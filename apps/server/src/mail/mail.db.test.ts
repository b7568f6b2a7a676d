import type { Letter } from '@humuus/api'
import { type MailStore, mailStore } from '@humuus/db'
import { openQueues } from '@humuus/jobs'
import { type Manners, type SmtpForTests, smtpServer } from '@humuus/jobs/testing/smtp'
import { describe, expect, test, vi } from 'vitest'
import { workerProcess } from '../testing/worker-process.ts'
import { openWorld, type World } from '../testing/world.ts'
import { type PostParts, postOffice } from './post.ts'

/** Server, queue, worker and mail server; what is posted goes all the way. */
interface MailWorld extends AsyncDisposable {
  readonly world: World
  readonly smtp: SmtpForTests
  readonly store: MailStore
  post(letter: Letter, parts?: Partial<PostParts>): Promise<void>
  /** What the worker wrote to its log. */
  said(): string
}

async function openMailWorld(manners: Manners = {}): Promise<MailWorld> {
  const smtp = await smtpServer(manners)
  const world = await openWorld({ SMTP_URL: smtp.url })
  const worker = await workerProcess({
    DATABASE_URL: world.database.url,
    SERVER_URL: world.server.url,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'humuus <post@humuus.example>',
  })
  const queues = openQueues({ databaseUrl: world.database.url }, { onError: () => undefined })
  const store = mailStore(world.database.db)
  const queue = (mailId: string) => void queues.mails.schedule({ mailId })
  return {
    ...{ world, smtp, store },
    post: (letter, parts = {}) => postOffice({ store, queue, now: Date.now, ...parts }).send(letter),
    said: worker.said,
    [Symbol.asyncDispose]: async () => {
      await worker[Symbol.asyncDispose]()
      await queues.close()
      await world[Symbol.asyncDispose]()
      await smtp[Symbol.asyncDispose]()
    },
  }
}

const link = 'https://humuus.example/confirm#key=a-secret&x=1'
const eventually = (claim: () => Promise<void>) => vi.waitFor(claim, { timeout: 15_000, interval: 50 })

describe('a letter goes from the server over queue and worker to the mail server', () => {
  test('in both languages and both bodies, and then what it said is forgotten', async () => {
    await using mails = await openMailWorld({ login: { user: 'humuus', pass: 'a/b:c@d' } })
    const expected = {
      de: { to: 'anna@example.org', subject: 'Bestätige deine E-Mail-Adresse', words: 'dass diese Adresse dir gehört' },
      en: { to: 'ann@example.org', subject: 'Confirm your email address', words: 'that this address is yours' },
    } as const
    for (const language of ['de', 'en'] as const) {
      const { to, subject, words } = expected[language]
      await mails.post({ to, language, kind: 'confirm_email', link })
      const { envelope, parsed } = await mails.smtp.mailTo(to)
      expect(envelope).toEqual({ from: 'post@humuus.example', to: [to] })
      expect(parsed.subject).toBe(subject)
      expect(parsed.text).toContain(words)
      expect(parsed.text?.split('\n')).toContain(link)
      expect(parsed.html).toContain(words)
      expect(parsed.html).toContain(`href="${link.replace('&', '&amp;')}"`)
    }
    await eventually(async () => {
      const sent = await mails.store.list({ limit: 10 })
      expect(sent.map(({ status, attempts, text, html }) => ({ status, attempts, text, html }))).toEqual(
        Array(2).fill({ status: 'sent', attempts: 1, text: null, html: null }),
      )
    })
    for (const word of ['example.org', 'a-secret', 'Bestätige', 'a/b:c@d']) expect(mails.said()).not.toContain(word)
  })

  test('whoever it is from: a name adds neither recipients nor headers nor HTML', async () => {
    await using mails = await openMailWorld()
    const by = 'Eve\r\nBcc: eve@evil.example\r\n\r\n<script>alert(1)</script>"><img src=x>\u202e https://evil.example'
    await mails.post({ to: 'ann@example.org', language: 'en', kind: 'invitation', link, by })
    const { envelope, parsed, raw } = await mails.smtp.mailTo('ann@example.org')
    expect(envelope.to).toEqual(['ann@example.org'])
    expect(parsed.bcc).toBeUndefined()
    expect(raw).not.toMatch(/^bcc:/im)
    expect(parsed.html).not.toMatch(/<script|<img|evil\.example/)
    expect(parsed.text).not.toMatch(/evil\.example/)
  })

  test('that was refused for good is given up, and why is kept for the admin', async () => {
    await using mails = await openMailWorld({ refuse: () => ({ code: 550, text: 'no such user' }) })
    await mails.post({ to: 'nobody@example.org', language: 'de', kind: 'reset_password', link })
    await eventually(async () => {
      const [mail] = await mails.store.list({ limit: 1 })
      expect(mail).toMatchObject({
        status: 'failed',
        attempts: 1,
        trouble: expect.stringContaining('550 no such user'),
      })
    })
    expect(mails.said()).not.toContain('nobody@')
  })

  test('that was refused for now comes a little later, once', { timeout: 40_000 }, async () => {
    await using mails = await openMailWorld({ refuse: (_, nth) => (nth === 1 ? { code: 421, text: 'later' } : null) })
    await mails.post({ to: 'ann@example.org', language: 'de', kind: 'reset_password', link })
    await mails.smtp.mailTo('ann@example.org')
    await eventually(async () => {
      expect(await mails.store.list({ limit: 2 })).toMatchObject([{ status: 'sent', attempts: 2 }])
    })
    expect(mails.smtp.mails).toHaveLength(1)
  })

  test('also when the server died between the mail and its job', async () => {
    await using mails = await openMailWorld()
    const minuteAgo = () => Date.now() - 61_000
    await mails.post(
      { to: 'ann@example.org', language: 'en', kind: 'no_account', signInLink: link },
      { queue: () => {}, now: minuteAgo },
    )
    expect(mails.smtp.mails).toEqual([])
    await mails.world.restart()
    await mails.smtp.mailTo('ann@example.org')
  })
})

test('without a mail server nothing is swept up: mail is kept', async () => {
  await using world = await openWorld()
  const store = mailStore(world.database.db)
  await postOffice({ store, queue: null, now: () => 0 }).send({
    to: 'a@example.org',
    language: 'de',
    kind: 'reset_password',
    link,
  })
  await world.restart()
  const [mail] = await store.list({ limit: 1 })
  expect(mail).toMatchObject({ status: 'kept', attempts: 0 })
  expect(mail?.text).toContain(link)
})

test('mail is for the worker alone', async () => {
  await using world = await openWorld()
  const { trpc } = await world.person()
  const mailId = await mailStore(world.database.db).add({
    recipient: 'a@b',
    subject: 's',
    text: 't',
    html: 'h',
    kept: false,
    now: 0,
  })
  const attempts = [
    trpc.internal.takeMail.mutate({ mailId }),
    trpc.internal.mailSent.mutate({ mailId }),
    trpc.internal.mailFailed.mutate({ mailId, trouble: '', isLast: true }),
  ]
  for (const attempt of attempts) await expect(attempt).rejects.toThrow('not_allowed')
  expect(await mailStore(world.database.db).list({ limit: 1 })).toMatchObject([{ status: 'waiting', attempts: 0 }])
})
