import { createTransport } from 'nodemailer'
import { domainOf } from './address.ts'
import type { Sender } from './sender.ts'

/** A mail to be sent. `id`: of the mail, not of the attempt. */
export interface OutgoingMail {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What the mail server said, or why it could not be asked. */
export type Outcome =
  | { readonly ok: true; readonly code: string }
  | {
      readonly ok: false
      /** A reply code of SMTP such as `550`, or the name of an error such as `ETIMEDOUT`. Holds nothing of the mail. */
      readonly code: string
      /** In the words of the mail server. May hold the address. */
      readonly words: string
      /** The mail server does not want this mail, now or later. */
      readonly isForGood: boolean
    }

export interface Smtp {
  send(mail: OutgoingMail): Promise<Outcome>
}

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with login and nodemailer's options as parameters, such as `?requireTLS=true`. */
  readonly url: string
  readonly from: Sender
  /** An attempt that takes longer is ended; it must be well within the time a job is held by its worker. */
  readonly withinMs?: number
}

/** What a mail server is given to answer; a parameter of the URL goes before. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, dnsTimeout: 15_000, socketTimeout: 60_000 }

/** Opens a connection per mail, and nothing until then. */
export function openSmtp({ url, from, withinMs = 90_000 }: SmtpOptions): Smtp {
  const transport = createTransport({ url: quiet(url), ...patience, disableFileAccess: true, disableUrlAccess: true })
  const sender = { name: from.name, address: from.address }
  return {
    send: async ({ id, recipient, subject, text, html }) => {
      // Nodemailer would take several.
      if (domainOf(recipient) === null) return notAnAddress
      try {
        const { response } = await transport.sendMail({
          from: sender,
          // Not as text, which could be read as several.
          to: { name: '', address: recipient },
          envelope: { from: from.address, to: [recipient] },
          subject,
          text,
          html,
          // The same at each attempt: who gets it twice after all can tell.
          messageId: `<${id}@${from.domain}>`,
          // No automatic answers (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
          xMailer: false,
          signal: AbortSignal.timeout(withinMs),
        })
        return { ok: true, code: replyCode(response) ?? '250' }
      } catch (error) {
        return refusal(error as SmtpError)
      }
    },
  }
}

/** Without nodemailer's own log, which would tell addresses. */
function quiet(url: string): string {
  const { href, searchParams } = new URL(url)
  if (!searchParams.has('logger')) return url
  const told = new URL(href)
  told.searchParams.delete('logger')
  return told.href
}

const notAnAddress: Outcome = { ok: false, code: 'EENVELOPE', words: 'this is not an address', isForGood: true }

interface SmtpError extends Error {
  readonly code?: string
  readonly responseCode?: number | false
  readonly response?: string
}

/** Where nodemailer says that it is about this mail; anything else is about us or the way, and may be mended. */
const aboutTheMail: readonly (string | undefined)[] = ['EENVELOPE', 'EMESSAGE']

function refusal(error: SmtpError): Outcome {
  const reply = error.responseCode || null
  return {
    ok: false,
    code: String(reply ?? error.code ?? 'unknown'),
    words: error.response ?? error.message,
    // Without a reply nodemailer itself found that it cannot be sent.
    isForGood: aboutTheMail.includes(error.code) && (reply === null || reply >= 500),
  }
}

const replyCode = (response: string): string | undefined => /^\d{3}/.exec(response)?.[0]
