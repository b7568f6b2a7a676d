import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as it arrived. */
export interface ReceivedMail {
  /** Whom it was delivered to, which is not necessarily what its headers say. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
  readonly parsed: ParsedMail
  /** As it came over the wire. */
  readonly raw: string
}

/** An SMTP server on 127.0.0.1 that keeps what it is given. */
export interface SmtpForTests extends AsyncDisposable {
  /** For `SMTP_URL`, with the login where one is asked for. */
  readonly url: string
  /** All it took, in order. */
  readonly mails: readonly ReceivedMail[]
  /** Connections so far. */
  readonly connections: number
  /** The oldest mail to this address that was not asked for before; waits for it if need be. */
  mailTo(address: string): Promise<ReceivedMail>
}

export interface Manners {
  /** Asks for a login, and takes this one alone. */
  readonly login?: { readonly user: string; readonly pass: string }
  /** Why a recipient is refused, the `nth` one since the start, counted from 1; `null`: welcome. */
  readonly refuse?: (recipient: string, nth: number) => { readonly code: number; readonly text: string } | null
  /** So long (ms) passes between having a mail and saying so. */
  readonly thinksMs?: number
  /** Takes connections and never says a word. */
  readonly isSilent?: boolean
  /** Speaks TLS from the start, with a certificate that nobody trusts; otherwise no TLS at all. */
  readonly isEncrypted?: boolean
}

/** Listens on a free port. */
export async function smtpServer({
  login,
  refuse,
  isSilent,
  isEncrypted,
  thinksMs = 0,
}: Manners = {}): Promise<SmtpForTests> {
  const mails: ReceivedMail[] = []
  const unread = new Set<ReceivedMail>()
  const arrivals = new Set<() => void>()
  let recipients = 0
  let connections = 0

  const options: SMTPServerOptions = {
    secure: isEncrypted === true,
    disabledCommands: ['STARTTLS', ...(login === undefined ? ['AUTH'] : [])],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    // Silent about its certificate, which is known to everybody.
    logger: false,
    onConnect: (_session, done) => {
      connections += 1
      if (!isSilent) done()
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === login?.user && password === login?.pass) done(null, { user: username })
      else done(refusal({ code: 535, text: 'wrong login' }))
    },
    onRcptTo: ({ address }, _session, done) => {
      recipients += 1
      const reason = refuse?.(address, recipients) ?? null
      done(reason && refusal(reason))
    },
    onData: (stream, { envelope }, done) => {
      receive(stream, envelope)
        .then(() => sleep(thinksMs))
        .then(() => done(), done)
    },
  }

  async function receive(stream: NodeJS.ReadableStream, envelope: Envelope): Promise<void> {
    const raw = await buffer(stream)
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
    const to = envelope.rcptTo.map(({ address }) => address)
    const mail = { envelope: { from, to }, parsed: await simpleParser(raw), raw: raw.toString() }
    mails.push(mail)
    unread.add(mail)
    for (const wake of [...arrivals]) wake()
  }

  async function mailTo(address: string): Promise<ReceivedMail> {
    for (;;) {
      const found = [...unread].find(({ envelope }) => envelope.to.includes(address))
      if (found !== undefined) {
        unread.delete(found)
        return found
      }
      await new Promise<void>((resolve) => {
        const wake = () => {
          arrivals.delete(wake)
          resolve()
        }
        arrivals.add(wake)
      })
    }
  }

  const server = new SMTPServer(options)
  // A client that hangs up in the middle is what some tests are about.
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const who = login === undefined ? '' : `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@`
  return {
    url: `${isEncrypted ? 'smtps' : 'smtp'}://${who}127.0.0.1:${port}`,
    mails,
    get connections() {
      return connections
    },
    mailTo,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

interface Envelope {
  readonly mailFrom: { readonly address: string } | false
  readonly rcptTo: readonly { readonly address: string }[]
}

const refusal = ({ code, text }: { code: number; text: string }) =>
  Object.assign(new Error(text), { responseCode: code })
