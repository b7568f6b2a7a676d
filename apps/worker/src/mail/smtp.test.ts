import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { type Manners, smtpServer } from '@humuus/jobs/testing/smtp'
import { describe, expect, test } from 'vitest'
import { readSender } from './sender.ts'
import { type OutgoingMail, openSmtp, type SmtpOptions } from './smtp.ts'

const from = readSender('humuus <no-reply@humuus.example>') ?? { name: '', address: '', domain: '' }

const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: randomUUID(),
  recipient: 'ann@example.org',
  subject: 'Bestätige deine Adresse',
  text: 'Grüße\n\nhttps://humuus.example/#key=secret\n',
  html: '<p>Grüße <a href="https://humuus.example/#key=secret">hier</a></p>',
  ...changes,
})

/** A mail server, and one who sends to it. */
async function openWorld(manners: Manners = {}, options: Partial<SmtpOptions> & { parameters?: string } = {}) {
  const server = await smtpServer(manners)
  const smtp = openSmtp({ from, url: server.url + (options.parameters ?? ''), ...options })
  return { server, smtp, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

test('a mail arrives in text and HTML, with one id however often it is tried, and asks for no automatic answer', async () => {
  await using world = await openWorld()
  const sent = mail()
  expect(await world.smtp.send(sent)).toEqual({ ok: true, code: '250' })
  await world.smtp.send(sent)
  const [{ envelope, parsed }, again] = [
    await world.server.mailTo(sent.recipient),
    await world.server.mailTo(sent.recipient),
  ]
  expect(envelope).toEqual({ from: 'no-reply@humuus.example', to: ['ann@example.org'] })
  expect(parsed.from?.value).toEqual([{ name: 'humuus', address: 'no-reply@humuus.example' }])
  expect([parsed.to].flat().map((one) => one?.text)).toEqual(['ann@example.org'])
  expect(parsed).toMatchObject({ subject: sent.subject, text: sent.text, messageId: `<${sent.id}@humuus.example>` })
  expect(parsed.html).toBe(sent.html)
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
  expect(parsed.headers.has('x-mailer')).toBe(false)
  expect(again.parsed.messageId).toBe(parsed.messageId)
})

test('a server that wants a login gets it, and a wrong one is our trouble, not that of the mail', async () => {
  const login = { user: 'ann@humuus', pass: 'p:a/s@s' }
  await using world = await openWorld({ login })
  expect(await world.smtp.send(mail())).toMatchObject({ ok: true })
  const wrong = openSmtp({ from, url: world.server.url.replace(/:[^:@]+@/, ':another@') })
  const outcome = await wrong.send(mail())
  expect(outcome).toMatchObject({ ok: false, code: '535', isForGood: false })
  expect(JSON.stringify(outcome)).not.toContain('another')
  expect(world.server.mails).toHaveLength(1)
})

test.each([
  [550, true],
  [552, true],
  [421, false],
  [451, false],
])('a recipient who is refused with %d: for good %s', async (code, isForGood) => {
  await using world = await openWorld({ refuse: () => ({ code, text: 'ann@example.org? No.' }) })
  const outcome = await world.smtp.send(mail())
  expect(outcome).toMatchObject({ ok: false, code: String(code), isForGood })
  expect(outcome.ok || outcome.words).toContain(`${code} ann@example.org? No.`)
  expect(world.server.mails).toEqual([])
})

test('a server that is away, silent or ends the conversation may be there later', async () => {
  await using silent = await openWorld({ isSilent: true }, { parameters: '?greetingTimeout=200' })
  expect(await silent.smtp.send(mail())).toMatchObject({ ok: false, code: 'ETIMEDOUT', isForGood: false })

  const gone = await openWorld()
  await gone[Symbol.asyncDispose]()
  const outcome = await gone.smtp.send(mail())
  expect(outcome).toMatchObject({ ok: false, isForGood: false })
  expect(outcome.ok || outcome.words).toContain('ECONNREFUSED')

  const rude = createServer((socket) => socket.end('554 go away\r\n')).listen(0, '127.0.0.1')
  await new Promise((resolve) => rude.once('listening', resolve))
  const { port } = rude.address() as { port: number }
  const refused = await openSmtp({ from, url: `smtp://127.0.0.1:${port}` }).send(mail())
  expect(refused).toMatchObject({ ok: false, isForGood: false })
  rude.close()
})

test('an attempt ends in its time, also where the server keeps talking', async () => {
  const talker = createServer((socket) => {
    const talking = setInterval(() => socket.write('220-still there\r\n'), 20)
    socket.on('close', () => clearInterval(talking)).on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => talker.once('listening', resolve))
  const { port } = talker.address() as { port: number }
  const smtp = openSmtp({ from, url: `smtp://127.0.0.1:${port}?socketCloseTimeout=10`, withinMs: 300 })
  expect(await smtp.send(mail())).toMatchObject({ ok: false, code: 'EABORT', isForGood: false })
  await new Promise((resolve) => talker.close(resolve))
})

describe('TLS is as the URL says', () => {
  test('smtps speaks it from the start, and only with who is trusted', async () => {
    await using trusting = await openWorld({ isEncrypted: true }, { parameters: '?tls.rejectUnauthorized=false' })
    expect(await trusting.smtp.send(mail())).toMatchObject({ ok: true })
    await using careful = await openWorld({ isEncrypted: true })
    expect(await careful.smtp.send(mail())).toMatchObject({ ok: false, isForGood: false })
    expect(careful.server.mails).toEqual([])
  })

  test('requireTLS sends nothing in the clear', async () => {
    await using world = await openWorld({}, { parameters: '?requireTLS=true' })
    expect(await world.smtp.send(mail())).toMatchObject({ ok: false, isForGood: false })
    expect(world.server.mails).toEqual([])
  })
})

describe('a mail that wants to be another one', () => {
  test.each([
    { subject: 'Hello\r\nBcc: eve@example.org' },
    { subject: 'Hello\nBcc: eve@example.org\n\nbody' },
    { text: 'Hello\r\n.\r\nMAIL FROM:<eve@example.org>\r\nRCPT TO:<eve@example.org>\r\nDATA\r\n' },
    { id: `x>\r\nBcc: eve@example.org\r\nX: <` },
  ])('has no further recipients, headers or mails: %j', async (changes) => {
    await using world = await openWorld()
    await world.smtp.send(mail(changes))
    expect(world.server.mails).toHaveLength(1)
    const { envelope, parsed } = await world.server.mailTo('ann@example.org')
    expect(envelope.to).toEqual(['ann@example.org'])
    expect(parsed.bcc).toBeUndefined()
    expect(parsed.headers.has('x')).toBe(false)
    expect([parsed.to].flat()).toHaveLength(1)
  })

  test.each([
    'ann@example.org, eve@example.org',
    'ann@example.org>\r\nRCPT TO:<eve@example.org',
    'Eve <eve@example.org>, b@c',
    '',
    'ann',
  ])('goes to nobody rather than to two: %j', async (recipient) => {
    await using world = await openWorld()
    expect(await world.smtp.send(mail({ recipient }))).toMatchObject({ ok: false, isForGood: true })
    expect(world.server.mails).toEqual([])
  })
})
