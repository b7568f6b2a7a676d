/** How files are taken and given here. Sizes in bytes. */
export interface FileSettings {
  readonly maxBytes: number
  readonly personQuota: number
  readonly sessionQuota: number
  /** Days after a session's end for which its files are kept. */
  readonly days: number
  /** There is a virus scanner. */
  readonly scans: boolean
  /** What nobody scanned may be shown. */
  readonly servesUnscanned: boolean
  /** Where files are fetched from, without a slash at the end; `null`: from here. */
  readonly filesUrl: string | null
  /** A cache in front of them that forgets what it is told to. */
  readonly purgeUrl: string | null
}

interface FileEnv {
  readonly MAX_FILE_MB: number
  readonly PERSON_QUOTA_MB: number
  readonly SESSION_QUOTA_MB: number
  readonly FILE_DAYS: number
  readonly CLAMAV_URL?: string | undefined
  readonly SERVE_UNSCANNED: 'yes' | 'no'
  readonly FILES_URL?: string | undefined
  readonly FILES_PURGE_URL?: string | undefined
}

export const megabyte = 1_048_576

export function fileSettings(env: FileEnv): FileSettings {
  return {
    maxBytes: env.MAX_FILE_MB * megabyte,
    personQuota: env.PERSON_QUOTA_MB * megabyte,
    sessionQuota: env.SESSION_QUOTA_MB * megabyte,
    days: env.FILE_DAYS,
    scans: env.CLAMAV_URL !== undefined,
    servesUnscanned: env.SERVE_UNSCANNED === 'yes',
    filesUrl: env.FILES_URL?.replace(/\/+$/, '') ?? null,
    purgeUrl: env.FILES_PURGE_URL?.replace(/\/+$/, '') ?? null,
  }
}
