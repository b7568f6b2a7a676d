import { must } from '@humuus/workshop-engine'
import type { Database } from './database.ts'
import type { Mail } from './generated/client.ts'
import { isStorable, UnstorableText } from './storable.ts'
import { isUuid } from './uuid.ts'

const statuses = ['waiting', 'sent', 'failed', 'kept'] as const

/** `failed`: after all attempts, or refused for good. `kept`: there is no mail server, and an admin passes it on. */
export type MailStatus = (typeof statuses)[number]

export interface NewMail {
  /** One address. */
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Kept to be shown instead of being sent. */
  readonly kept: boolean
  /** Epoch milliseconds. */
  readonly now: number
}

export interface MailRecord {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  /** `null` once it is sent. */
  readonly text: string | null
  readonly html: string | null
  readonly status: MailStatus
  /** How often it was taken to be sent. */
  readonly attempts: number
  /** Why the last attempt failed. */
  readonly trouble: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly sentAt: number | null
}

/** What is needed to send a mail. */
export interface TakenMail {
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Mail that is to be sent, was sent, or is kept for an admin. */
export interface MailStore {
  /** Resolves to its id. Throws `UnstorableText` for text that no column holds. */
  add(mail: NewMail): Promise<string>
  /**
   * The mail if it still waits, and counts the attempt; one that was given up waits again: whoever takes it was asked to try anew.
   * `null` if there is nothing to send.
   */
  take(id: string): Promise<TakenMail | null>
  /** It is with the mail server: what it says is forgotten, because the links in it are secrets. */
  sent(id: string, now: number): Promise<void>
  /** It could not be sent; with `isLast` it no longer waits. `trouble`: why, cut to 500 characters. */
  failedAttempt(id: string, trouble: string, outcome: { isLast: boolean }): Promise<void>
  /** The newest, newest first. */
  list(options: { limit: number }): Promise<MailRecord[]>
  /** Ids of up to 1,000 mails that have waited for so long, oldest first. */
  waiting(options: { olderThanMs: number; now: number }): Promise<string[]>
  /** False if there was none. */
  remove(id: string): Promise<boolean>
}

/** Of those that wait, so many are looked at together. */
const mostWaiting = 1_000

const longestTrouble = 500

export function mailStore({ prisma }: Database): MailStore {
  return {
    add: async ({ recipient, subject, text, html, kept, now }) => {
      insistOnStorable([recipient, subject, text, html])
      const content = { recipient, subject, text, html, status: kept ? 'kept' : 'waiting' } satisfies Partial<Mail>
      const { id } = await prisma.mail.create({ data: { ...content, createdAt: new Date(now) }, select: { id: true } })
      return id
    },
    take: async (id) => {
      if (!isUuid(id)) return null
      const [row] = await prisma.mail.updateManyAndReturn({
        where: { id, status: { in: ['waiting', 'failed'] } },
        data: { status: 'waiting', attempts: { increment: 1 } },
      })
      if (row === undefined) return null
      const { recipient, subject, text, html } = row
      return {
        recipient,
        subject,
        text: must(text, 'a mail that waits has a text'),
        html: must(html, 'a mail that waits has a text'),
      }
    },
    sent: async (id, now) => {
      if (!isUuid(id)) return
      const outcome = { status: 'sent', sentAt: new Date(now), text: null, html: null, trouble: null }
      await prisma.mail.updateMany({ where: { id, status: 'waiting' }, data: outcome })
    },
    failedAttempt: async (id, trouble, { isLast }) => {
      if (!isUuid(id)) return
      const outcome = { trouble: storable(trouble), ...(isLast && { status: 'failed' }) }
      await prisma.mail.updateMany({ where: { id, status: 'waiting' }, data: outcome })
    },
    list: async ({ limit }) => {
      const rows = await prisma.mail.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: limit })
      return rows.map(toRecord)
    },
    waiting: async ({ olderThanMs, now }) => {
      const rows = await prisma.mail.findMany({
        where: { status: 'waiting', createdAt: { lte: new Date(now - olderThanMs) } },
        orderBy: { createdAt: 'asc' },
        take: mostWaiting,
        select: { id: true },
      })
      return rows.map(({ id }) => id)
    },
    remove: async (id) => isUuid(id) && (await prisma.mail.deleteMany({ where: { id } })).count === 1,
  }
}

function insistOnStorable(texts: readonly string[]): void {
  // Not repeated: it may hold a secret.
  if (!texts.every(isStorable)) throw new UnstorableText('the database cannot hold the text of this mail')
}

/** Words of another server, which may be anything, as a column holds them. */
const storable = (words: string): string => words.slice(0, longestTrouble).replace(/\0|\p{Surrogate}/gu, '')

const toRecord = ({ status, createdAt, sentAt, ...row }: Mail): MailRecord => ({
  ...row,
  status: must(
    statuses.find((one) => one === status),
    'a mail has a status that we know',
  ),
  createdAt: createdAt.getTime(),
  sentAt: sentAt?.getTime() ?? null,
})
