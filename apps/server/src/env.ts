import { storageEnv } from '@humuus/files'
import { TelemetrySettings } from '@humuus/telemetry'
import { z } from 'zod'

const Secret = z.string().min(32, 'needs at least 32 characters')

const apart = (text: string): string[] => text.split(',').map((part) => part.trim())

const proxies = (text: string): number | string[] => (/^\d$/.test(text) ? Number(text) : apart(text))

/** HTTPS, or on this machine. */
const isSafe = (address: string): boolean => {
  const { protocol, hostname } = URL.canParse(address) ? new URL(address) : { protocol: '', hostname: '' }
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname))
}

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

const Settings = z.object({
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
  /** The OpenID provider that facilitators may sign in with; all three of these, or none. */
  OIDC_ISSUER: z.string().refine(isSafe, 'has to begin with https:// (except on this machine)').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What people call the provider; by default its host. */
  OIDC_NAME: z.string().trim().max(40, 'may have 40 characters').optional(),
  /** What is asked for, with spaces between them. */
  OIDC_SCOPES: z
    .string()
    .default('openid email profile')
    .refine((text) => text.split(/\s+/).includes('openid'), 'has to contain openid'),
  ...TelemetrySettings.shape,
  /** How often files whose time is over are looked for, and whatever else nobody needs any more. */
  FILE_EXPIRY_MINUTES: z.coerce.number().min(0.01).max(1_440).default(60),
  HOUSEKEEPING_HOURS: z.coerce.number().min(0.0001).max(168).default(24),
  /** With `HUMUUS_DATA`: where the data of this machine is kept, whose disk is watched. */
  ...storageEnv,
  /** The largest file that may be sent, in MB; and all files of a person, and of a session. */
  MAX_FILE_MB: z.coerce.number().min(1).max(10_000).default(50),
  PERSON_QUOTA_MB: z.coerce.number().min(1).default(500),
  SESSION_QUOTA_MB: z.coerce.number().min(1).default(5_000),
  /** Days after the end of a session for which its files are kept. */
  FILE_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  /** Where clamd listens; the worker asks it. Without it nothing is scanned. */
  CLAMAV_URL: z
    .string()
    .regex(/^(tcp:\/\/.+:\d+|unix:\/.+)$/, 'has to look like tcp://host:3310 or unix:/path')
    .optional(),
  /** Whether files that nobody scanned may be shown. */
  SERVE_UNSCANNED: z.enum(['yes', 'no']).default('yes'),
  /** An origin of their own for files, such as that of a CDN in front of this server. */
  FILES_URL: z.url({ protocol: /^https?$/, error: 'has to begin with http:// or https://' }).optional(),
  /** Where a cache in front of files takes PURGE requests. */
  FILES_PURGE_URL: z.url({ protocol: /^https?$/, error: 'has to begin with http:// or https://' }).optional(),
})

const Env = Settings.superRefine((settings, context) => {
  const missing = oidcNames.filter((name) => settings[name] === undefined)
  if (missing.length === oidcNames.length) return
  for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: 'is missing' })
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
