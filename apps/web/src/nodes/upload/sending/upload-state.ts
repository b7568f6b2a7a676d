import type { ApiRejection } from '@humuus/api'
import type { KeptUpload } from '../../../live/kept-upload.ts'

/**
 * `queued`: others are sent first · `waiting`: for the network · `arrived`: all of it is on the server, which looks at it ·
 * `refused`: it will not be taken.
 */
export type UploadStage = 'queued' | 'sending' | 'paused' | 'waiting' | 'arrived' | 'refused'

/** A file on its way, as the phone shows it. */
export interface UploadState extends Pick<KeptUpload, 'id' | 'nodeId' | 'name' | 'type' | 'size'> {
  readonly stage: UploadStage
  /** Bytes that left the device. */
  readonly sent: number
  /** It outlives a reload of the page. */
  readonly isKept: boolean
  readonly refusal: ApiRejection | null
  /** Address of what is in it, where a browser may draw that. */
  readonly picture: string | null
}

/** Whole percents; a file that is not all there is not at a hundred. */
export function percentOf({ sent, size, stage }: Pick<UploadState, 'sent' | 'size' | 'stage'>): number {
  if (stage === 'arrived') return 100
  return size === 0 ? 0 : Math.min(99, Math.floor((100 * sent) / size))
}

/** Whether it is still to be sent. */
export const isUnderWay = ({ stage }: Pick<UploadState, 'stage'>): boolean => stage !== 'arrived' && stage !== 'refused'
