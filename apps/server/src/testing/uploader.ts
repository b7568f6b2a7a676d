import { randomUUID } from 'node:crypto'
import { request } from 'node:http'

/** Where a file is to go: a step of a session, or a workshop. */
export type Target =
  | { readonly session: string; readonly node: string }
  | { readonly workshop: string }
  | Record<string, never>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** What the body says, where it is JSON. */
  readonly said: { readonly code?: string; readonly params?: object } | null
}

/** What a phone does with files, over real HTTP, a step at a time. */
export interface Uploader {
  /** Begins an upload; its id is made where none is given. */
  begin(
    target: Target,
    file: { id?: string; name?: string; type?: string; size: number | string },
    headers?: Record<string, string>,
  ): Promise<Answer & { id: string }>
  /** Sends the bytes from `offset` on; `null` where the connection was cut after `cutAfter` of them. */
  send(
    id: string,
    bytes: Buffer,
    how?: { offset?: number; cutAfter?: number; headers?: Record<string, string> },
  ): Promise<Answer | null>
  /** How much the server has; `null` where it knows of none. */
  offset(id: string): Promise<number | null>
  remove(id: string): Promise<Answer>
  /** All of it; throws unless it was taken. Resolves to its id. */
  whole(target: Target, name: string, bytes: Buffer): Promise<string>
}

const version = { 'tus-resumable': '1.0.0' }

export function uploader(url: string, token: string | null): Uploader {
  const who: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const place = (id = '') => `${url}/files/uploads${id === '' ? '' : `/${id}`}`

  const begin: Uploader['begin'] = async (target, { id = randomUUID(), name = 'a.wav', type, size }, more = {}) => {
    const said = Object.entries({ file: id, name, ...(type !== undefined && { type }), ...target })
    const metadata = said.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',')
    const headers = { ...version, ...who, 'upload-length': String(size), 'upload-metadata': metadata, ...more }
    const response = await fetch(place(), { method: 'POST', headers })
    return { id, ...(await answerOf(response)) }
  }

  const send: Uploader['send'] = (id, bytes, { offset = 0, cutAfter, headers: more = {} } = {}) =>
    new Promise((resolve, reject) => {
      const rest = bytes.subarray(offset)
      const headers = {
        ...version,
        ...who,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': offset,
        'content-length': rest.length,
        ...more,
      }
      const patch = request(place(id), { method: 'PATCH', headers }, (response) => {
        let text = ''
        response.on('data', (piece) => {
          text += piece
        })
        response.on('end', () => {
          const named = Object.entries(response.headers).map(
            ([name, value]) => [name, String(value)] as [string, string],
          )
          resolve({ status: response.statusCode ?? 0, headers: new Headers(named), said: read(text) })
        })
      })
      patch.on('error', (error) => (cutAfter === undefined ? reject(error) : resolve(null)))
      if (cutAfter === undefined) patch.end(rest)
      // Long enough to arrive.
      else patch.write(rest.subarray(0, cutAfter), () => setTimeout(() => patch.destroy(), 60))
    })

  return {
    begin,
    send,
    offset: async (id) => {
      const response = await fetch(place(id), { method: 'HEAD', headers: { ...version, ...who } })
      return response.ok ? Number(response.headers.get('upload-offset')) : null
    },
    remove: async (id) => answerOf(await fetch(place(id), { method: 'DELETE', headers: { ...version, ...who } })),
    whole: async (target, name, bytes) => {
      const { id, status, said } = await begin(target, { name, size: bytes.length })
      if (status !== 201) throw new Error(`refused: ${status} ${JSON.stringify(said)}`)
      const sent = await send(id, bytes)
      if (sent?.status !== 204) throw new Error(`refused: ${sent?.status} ${JSON.stringify(sent?.said)}`)
      return id
    },
  }
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, said: read(await response.text()) }
}

function read(text: string): Answer['said'] {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A recording of silence that is so large, in bytes. */
export function aRecording(size: number): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(size - 8, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8_000, 24)
  bytes.writeUInt32LE(8_000, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(size - 44, 40)
  // So that a piece at the wrong place is noticed.
  for (let at = 44; at + 4 <= size; at += 4) bytes.writeUInt32LE((at * 2_654_435_761) >>> 0, at)
  return bytes
}
