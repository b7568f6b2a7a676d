import { s3Server } from '@humuus/files/testing/s3'

/** An object store as a process of its own: says what servers have to be told about it, and ends with whoever started it. */
const { settings } = await s3Server()
const { endpoint = '', bucket, region, accessKeyId, secretAccessKey, forcePathStyle } = settings.s3
process.send?.({
  S3_ENDPOINT: endpoint,
  S3_BUCKET: bucket,
  S3_REGION: region,
  S3_ACCESS_KEY_ID: accessKeyId,
  S3_SECRET_ACCESS_KEY: secretAccessKey,
  S3_FORCE_PATH_STYLE: forcePathStyle ? 'yes' : 'no',
})
process.on('disconnect', () => process.exit(0))
