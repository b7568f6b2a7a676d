import { randomUUID } from 'node:crypto'
import { wireVersion, wireVersionName } from '@humuus/api/wire'
import { type Device, newDevice } from '@humuus/client'

/** A phone that gives a file to a step, a request at a time: over the balancer each goes to another server. */
export interface Giver {
  readonly device: Device
  /** Begins an upload; resolves to the file's id. */
  begin(target: { session: string; node: string }, name: string, size: number): Promise<string>
  /** Sends what follows `offset`; resolves to how much the server has then. */
  send(id: string, offset: number, piece: Buffer): Promise<number>
  /** How much the server has. */
  offset(id: string): Promise<number>
}

const tus = { 'tus-resumable': '1.0.0' }

/** Signs a new device in. */
export async function giver(url: string): Promise<Giver> {
  const device = newDevice()
  const signedIn = await fetch(`${url}/trpc/auth.device`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [wireVersionName]: String(wireVersion) },
    body: JSON.stringify({ ...device, delivery: 'bearer' }),
  })
  const { result } = (await signedIn.json()) as { result: { data: { token: string } } }
  const who = { ...tus, authorization: `Bearer ${result.data.token}` }
  const place = (id: string) => `${url}/files/uploads/${id}`
  const offsetOf = (answer: Response) => Number(answer.headers.get('upload-offset'))
  return {
    device,
    begin: async (target, name, size) => {
      const id = randomUUID()
      const said = Object.entries({ file: id, name, ...target })
      const metadata = said.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',')
      const headers = { ...who, 'upload-length': String(size), 'upload-metadata': metadata }
      const answer = await fetch(`${url}/files/uploads`, { method: 'POST', headers })
      if (answer.status !== 201) throw new Error(`the upload was refused: ${answer.status} ${await answer.text()}`)
      return id
    },
    send: async (id, offset, piece) => {
      const headers = { ...who, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }
      const answer = await fetch(place(id), { method: 'PATCH', headers, body: new Uint8Array(piece) })
      if (answer.status !== 204) throw new Error(`a piece was refused: ${answer.status} ${await answer.text()}`)
      return offsetOf(answer)
    },
    offset: async (id) => offsetOf(await fetch(place(id), { method: 'HEAD', headers: who })),
  }
}
