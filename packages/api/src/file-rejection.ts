import type { Rejection } from '@humuus/workshop-engine'

/** Every reason for which a file is refused, at once or after it was looked at. The web app has words for each. */
export const fileRejectionCodes = [
  // its content
  'file_too_large',
  'file_empty',
  'file_type',
  'file_mismatch',
  'file_polyglot',
  'file_pixels',
  'file_unreadable',
  'file_infected',
  'file_not_scanned',
  'file_checksum',
  // how much there is already
  'file_quota_person',
  'file_quota_session',
  'file_too_many',
  // its address
  'file_gone',
  'file_link_expired',
  'file_in_use',
] as const

export type FileRejectionCode = (typeof fileRejectionCodes)[number]

export interface FileRejection {
  readonly code: FileRejectionCode
  readonly params?: Rejection['params']
}
