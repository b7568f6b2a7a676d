import { randomBytes } from 'node:crypto'

/** What all programs of a rig have in common. */
export interface Surroundings {
  readonly databaseUrl: string
  readonly redisUrl: string | null
  readonly authSecret: string
  readonly internalSecret: string
  /** Where all of them keep files, unless `env` names a bucket. */
  readonly filesDir: string
  /** Folder of the log files. */
  readonly logs: string
  /** More environment variables for server and worker. */
  readonly env: Readonly<Record<string, string>>
  /** Told when a program ends although nobody asked it to. */
  readonly onDeath: (name: string, how: string) => void
}

export const newSecret = (): string => randomBytes(32).toString('base64url')

/** The variables that server and worker read, and nothing of what this process happens to have. */
export const environmentOf = (around: Surroundings): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  DATABASE_URL: around.databaseUrl,
  ...(around.redisUrl !== null && { REDIS_URL: around.redisUrl }),
  INTERNAL_SECRET: around.internalSecret,
  FILES_DIR: around.filesDir,
  LOG_LEVEL: 'info',
  ...around.env,
})
