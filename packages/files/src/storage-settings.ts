import { join } from 'node:path'
import { z } from 'zod'

/** A folder, or a bucket of an S3-compatible store. */
export type StorageSettings =
  | { readonly dir: string }
  | {
      readonly s3: {
        /** Without it: Amazon's. */
        readonly endpoint?: string
        readonly bucket: string
        readonly region: string
        readonly accessKeyId: string
        readonly secretAccessKey: string
        /** `https://host/bucket/key` in place of `https://bucket.host/key`. */
        readonly forcePathStyle: boolean
      }
    }

/** What server and worker read from their environment about it. */
export const storageEnv = {
  /** Where files are kept when no bucket is given. */
  FILES_DIR: z.string().optional(),
  HUMUUS_DATA: z.string().optional(),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'has to be a URL that begins with http:// or https://' })
    .optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: z.enum(['yes', 'no'], 'has to be yes or no').optional(),
}
const StorageEnv = z.object(storageEnv)

/** Throws one line that names the variable that is missing. */
export function storageSettings(env: z.output<typeof StorageEnv>): StorageSettings {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region = 'us-east-1' } = env
  if (bucket === undefined) {
    if (endpoint !== undefined) throw new Error('S3_BUCKET: is missing')
    return { dir: env.FILES_DIR ?? join(env.HUMUUS_DATA ?? '.humuus', 'files') }
  }
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (accessKeyId === undefined) throw new Error('S3_ACCESS_KEY_ID: is missing')
  if (secretAccessKey === undefined) throw new Error('S3_SECRET_ACCESS_KEY: is missing')
  // Stores of one's own seldom have a name for each bucket; Amazon has.
  const forcePathStyle = (env.S3_FORCE_PATH_STYLE ?? (endpoint === undefined ? 'no' : 'yes')) === 'yes'
  return {
    s3: { ...(endpoint !== undefined && { endpoint }), bucket, region, accessKeyId, secretAccessKey, forcePathStyle },
  }
}

/** Out of an environment that is not checked yet; what is blank counts as not set. Throws one line that names the variable. */
export function readStorageSettings(env: Readonly<Record<string, string | undefined>>): StorageSettings {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '')
  const parsed = StorageEnv.safeParse(Object.fromEntries(given))
  if (parsed.success) return storageSettings(parsed.data)
  const [{ path, message } = { path: [], message: 'the storage settings cannot be used' }] = parsed.error.issues
  throw new Error(`${path.join('.')}: ${message}`)
}
