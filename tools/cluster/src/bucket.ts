import type { s3Server } from '@humuus/files/testing/s3'

type Bucket = Awaited<ReturnType<typeof s3Server>>['settings']

/** What server and worker are told about the bucket that all of them keep files in. */
export const bucketEnv = ({ s3 }: Bucket): Readonly<Record<string, string>> => ({
  ...(s3.endpoint !== undefined && { S3_ENDPOINT: s3.endpoint }),
  S3_BUCKET: s3.bucket,
  S3_REGION: s3.region,
  S3_ACCESS_KEY_ID: s3.accessKeyId,
  S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  S3_FORCE_PATH_STYLE: s3.forcePathStyle ? 'yes' : 'no',
})
