import { z } from 'zod'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

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
  /** Signs tokens; at least 32 characters. */
  AUTH_SECRET: z.string().min(32, 'needs at least 32 characters'),
  /** Proves the worker; at least 32 characters. */
  INTERNAL_SECRET: z.string().min(32, 'needs at least 32 characters'),
  /** The built web app; without it only the API is served. */
  WEB_DIR: z.string().optional(),
  /** Where the data of this machine is kept, whose disk is watched. */
  HUMUUS_DATA: z.string().optional(),
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
  throw new Error(`${issue?.path.join('.')}: ${missing ? 'is missing' : issue?.message}`)
}
