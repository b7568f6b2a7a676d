import { type Attempt, GivenUp, type MailJob, persist, throttleErrors } from '@humuus/jobs'
import type { Logger } from 'pino'
import type { Smtp } from '../mail/smtp.ts'
import type { ServerClient } from '../server-client.ts'

interface Parts {
  readonly server: ServerClient
  readonly smtp: Smtp
  readonly log: Logger
  /** Ends the attempts to tell the server. */
  readonly stopping: AbortSignal
}

/**
 * Takes a mail from the server, sends it and tells the server. Throws where it has to be tried again, `GivenUp` where it is not. The log holds the
 * mail's id and what the mail server said in three digits, never to whom it goes or what it says.
 */
export function onMail({ server, smtp, log, stopping }: Parts) {
  // With the mail server, though ours does not know it yet: not sent again by this process, whoever asks.
  const delivered = new Set<string>()
  const complain = throttleErrors((error) => log.warn(error.message))

  const tellSent = async (mailId: string) => {
    const tell = async () => {
      await server.mailSent(mailId)
      return true
    }
    // Held on to for as long as the process lives: what the server does not know is sent again.
    const isTold = await persist(tell, { signal: stopping, onError: complain })
    if (!isTold) throw new Error(`mail ${mailId} is sent, but the server could not be told`)
    delivered.delete(mailId)
  }

  return async ({ mailId }: MailJob, { isLast }: Attempt): Promise<void> => {
    if (delivered.has(mailId)) return tellSent(mailId)
    const mail = await server.takeMail(mailId)
    if (mail === null) return log.debug({ mailId }, 'no mail to send')

    const outcome = await smtp.send({ id: mailId, ...mail })
    if (outcome.ok) {
      delivered.add(mailId)
      log.info({ mailId, code: outcome.code }, 'mail sent')
      return tellSent(mailId)
    }
    const isGivenUp = outcome.isForGood || isLast
    await server.mailFailed(mailId, outcome.words, isGivenUp)
    if (!isGivenUp) throw new Error(`mail ${mailId} was not sent: ${outcome.code}`)
    log.warn({ mailId, code: outcome.code }, 'mail given up')
    throw new GivenUp(`mail ${mailId} was given up: ${outcome.code}`)
  }
}
