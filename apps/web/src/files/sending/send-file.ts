import type { ApiRejection } from '@humuus/api'
import { type DetailedError, Upload } from 'tus-js-client'
import type { KeptUpload } from '../../live/kept-upload.ts'

/** Why a file did not arrive. `rejection`: the server said no; without it, nobody answered, or not sensibly (`status`). */
export interface SendFailure {
  readonly rejection: ApiRejection | null
  /** HTTP status; `null`: there was no answer. */
  readonly status: number | null
}

export interface SendNews {
  /** So many bytes left the device. */
  progress(sent: number): void
  /** The rest can be sent there, also after a reload. */
  located(url: string): void
  arrived(): void
  failed(failure: SendFailure): void
}

/** A file on its way. */
export interface Sending {
  /** Stops for now; what arrived stays. */
  stop(): void
}

/** A file as the server has to know it. */
export interface SentFile extends Pick<KeptUpload, 'id' | 'name' | 'type' | 'url'> {
  /** A step of a session, or a workshop. */
  readonly place: { readonly session: string; readonly node: string } | { readonly workshop: string }
}

export interface Sender {
  /** Sends what the server does not have yet, in one attempt. */
  send(upload: SentFile, bytes: Blob, news: SendNews): Sending
  /** The rest will not come: what arrived there may go. Resolves also where that cannot be told. */
  discard(url: string): Promise<void>
}

const endpoint = '/files/uploads'

/** Over tus 1.0; a known file is found again by its id even where its address was lost. */
export function tusSender(headers: () => Record<string, string>): Sender {
  return {
    send: (upload, bytes, news) => send(upload, bytes, news, headers()),
    discard: (url) => Upload.terminate(url, { headers: headers(), retryDelays: [] }).catch(() => undefined),
  }
}

type Headers = Record<string, string>

function send({ id, name, type, url, place }: SentFile, bytes: Blob, news: SendNews, headers: Headers): Sending {
  let isOver = false
  const once = (tell: () => void) => {
    if (!isOver) tell()
  }
  const upload = new Upload(bytes, {
    endpoint,
    uploadUrl: url,
    metadata: { file: id, name, type, ...place },
    headers,
    // Trying again is decided outside, with an eye on the network.
    retryDelays: null,
    storeFingerprintForResuming: false,
    onUploadUrlAvailable: () => once(() => upload.url !== null && news.located(upload.url)),
    onProgress: (sent) => once(() => news.progress(sent)),
    onSuccess: () => once(news.arrived),
    onError: (error) => once(() => news.failed(failureOf(error))),
  })
  upload.start()
  return {
    stop() {
      isOver = true
      void upload.abort().catch(() => undefined)
    },
  }
}

function failureOf(error: Error | DetailedError): SendFailure {
  const response = 'originalResponse' in error ? error.originalResponse : null
  if (response === null) return { rejection: null, status: null }
  return { rejection: rejectionIn(response.getBody()), status: response.getStatus() }
}

/** What the server says in the body of its answer; a proxy's page says nothing. */
function rejectionIn(body: string): ApiRejection | null {
  try {
    const said: unknown = JSON.parse(body)
    const isSaid = typeof said === 'object' && said !== null && 'code' in said && typeof said.code === 'string'
    return isSaid ? (said as ApiRejection) : null
  } catch {
    return null
  }
}
