import { StorageFull } from '../storage.ts'

interface S3Error extends Error {
  readonly $metadata?: { readonly httpStatusCode?: number }
}

const statusOf = (error: unknown) => (error instanceof Error ? (error as S3Error).$metadata?.httpStatusCode : undefined)

export const isMissing = (error: unknown): boolean => statusOf(error) === 404

/** It was asked for bytes behind the last one. */
export const isBehindTheEnd = (error: unknown): boolean => statusOf(error) === 416

/** As the common object stores say that they have no room. */
const full = ['QuotaExceeded', 'XMinioStorageFull', 'InsufficientStorage']

/** The same error, or a `StorageFull` where the store said so. */
export function namedAsFull(error: unknown): unknown {
  const isFull = statusOf(error) === 507 || (error instanceof Error && full.includes(error.name))
  return isFull ? new StorageFull('there is no room in the bucket', { cause: error }) : error
}
