/** What the installation was told, as far as it is looked at. Read from its environment, which is trusted to be checked. */
export interface Settings {
  readonly databaseUrl: string
  readonly redisUrl: string | null
  readonly smtpUrl: string | null
  readonly clamavUrl: string | null
  /** Largest file that people may give, in bytes. */
  readonly maxFileBytes: number
  readonly dataFolder: string | null
  readonly publicUrl: string | null
  /** Where the server is to be found on this machine. */
  readonly serverUrl: string
  readonly internalSecret: string | null
  /** All of it, for parts that read their own. */
  readonly env: NodeJS.ProcessEnv
}

const usual = { host: '127.0.0.1', port: '3000', fileMb: 50 }

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const value = (name: string) => env[name]?.trim() || null
  const host = value('HOST') ?? usual.host
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
  return {
    databaseUrl: value('DATABASE_URL') ?? '',
    redisUrl: value('REDIS_URL'),
    smtpUrl: value('SMTP_URL'),
    clamavUrl: value('CLAMAV_URL'),
    maxFileBytes: Number(value('MAX_FILE_MB') ?? usual.fileMb) * 1_000_000,
    dataFolder: value('HUMUUS_DATA'),
    publicUrl: value('PUBLIC_URL'),
    serverUrl: value('SERVER_URL') ?? `http://${reachable}:${value('PORT') ?? usual.port}`,
    internalSecret: value('INTERNAL_SECRET'),
    env,
  }
}
