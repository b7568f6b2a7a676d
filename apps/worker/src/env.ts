import { storageEnv } from '@humuus/files'
import { TelemetrySettings } from '@humuus/telemetry'
import { z } from 'zod'
import { readSender } from './mail/sender.ts'
import { readClamavUrl } from './scan/clamav-address.ts'

const isSmtpUrl = (text: string) => URL.canParse(text) && /^smtps?:\/\/./.test(text) && new URL(text).hostname !== ''

const Env = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'has to begin with postgresql://'),
  /** Where the queues are; in PostgreSQL if not given. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'has to begin with redis://')
    .optional(),
  /** The server that is told when time is up. */
  SERVER_URL: z
    .url({ protocol: /^https?$/, error: 'has to be a URL that begins with http:// or https://' })
    .default('http://127.0.0.1:3000'),
  /** Proves to the server that this is the worker. */
  INTERNAL_SECRET: z.string().min(32, 'needs at least 32 characters'),
  /** Where mail is sent; without it none is. */
  SMTP_URL: z.string().refine(isSmtpUrl, 'has to look like smtp://user:password@host:587').optional(),
  /** Whom mail comes from. */
  MAIL_FROM: z
    .string()
    .default('humuus <no-reply@localhost>')
    .transform((text, { addIssue }) => {
      const sender = readSender(text)
      if (sender !== null) return sender
      addIssue('has to be an address such as humuus <no-reply@example.org>')
      return z.NEVER
    }),
  /** Where Prometheus finds this worker; nowhere if not given. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  ...TelemetrySettings.shape,
  ...storageEnv,
  /** Who looks through files; without it nobody does. */
  CLAMAV_URL: z
    .string()
    .transform((text, { addIssue }) => {
      const address = readClamavUrl(text)
      if (address !== null) return address
      addIssue('has to look like tcp://host:3310 or unix:/run/clamav/clamd.ctl')
      return z.NEVER
    })
    .optional(),
})
export type Env = z.output<typeof Env>

/** The only reader of `process.env`. Throws one line that names the variable and what it has to be, never its value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const name = String(issue?.path[0])
  throw new Error(`${name}: ${given[name] === undefined ? 'is missing' : issue?.message}`)
}
