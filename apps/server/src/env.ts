import { z } from 'zod'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const Secret = z.string().min(32, 'needs at least 32 characters')

const apart = (text: string): string[] => text.split(',').map((part) => part.trim())

const proxies = (text: string): number | string[] => (/^\d$/.test(text) ? Number(text) : apart(text))

const Env = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'has to begin with postgresql://'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'has to begin with redis://')
    .optional(),
  /** Where the worker sends mail; without it mail is kept for the admin. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'has to begin with smtp:// or smtps://')
    .optional(),
  /** Signs tokens; at least 32 characters. Several, with commas between them: the first signs, all are believed. */
  AUTH_SECRET: z
    .string()
    .transform(apart)
    .pipe(z.tuple([Secret], Secret)),
  /** Proves the worker; at least 32 characters. */
  INTERNAL_SECRET: z.string().min(32, 'needs at least 32 characters'),
  /** The built web app; without it only the API is served. */
  WEB_DIR: z.string().optional(),
  /** Where the data of this machine is kept, whose disk is watched. */
  HUMUUS_DATA: z.string().optional(),
  /** Where people find this installation: links in mails lead there, and only pages from there (or from the host asked) may change things. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'has to begin with http:// or https://' }).optional(),
  /** Days for which a token is good. */
  TOKEN_DAYS: z.coerce.number().min(2).max(400).default(30),
  WHO_MAY_HOST: z.enum(['everybody', 'registered', 'invited']).default('everybody'),
  /** Whether addresses are confirmed by mail; by default where mail is sent. */
  CONFIRM_EMAIL: z.enum(['yes', 'no']).optional(),
  /** Proxies that are believed when they say whom they speak for: how many there are, or their addresses and networks. */
  TRUST_PROXY: z.string().default('0').transform(proxies),
  /** Sites that may show our pages in a frame, with spaces between them. */
  EMBED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .pipe(z.array(z.url())),
  LOG_LEVEL: z.enum(levels).default('info'),
})
export type Env = z.output<typeof Env>

/** The only reader of `process.env`. Throws one line that names the variable and what is wrong, never its value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const missing = issue !== undefined && given[String(issue.path[0])] === undefined
  throw new Error(`${String(issue?.path[0])}: ${missing ? 'is missing' : issue?.message}`)
}
