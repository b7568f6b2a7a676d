import { z } from 'zod'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

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
  LOG_LEVEL: z.enum(levels, `has to be one of ${levels.join(', ')}`).default('info'),
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
