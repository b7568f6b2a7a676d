/** A file that somebody gives, until all of it is on the server. */
export interface KeptUpload {
  /** UUID; the server knows the file by it, too. */
  readonly id: string
  readonly sessionId: string
  readonly nodeId: string
  readonly name: string
  /** MIME type, as far as the browser knows it. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** Epoch ms. */
  readonly addedAt: number
  readonly isPaused: boolean
  /** Where the server takes the rest of it, once that is known. */
  readonly url: string | null
}
