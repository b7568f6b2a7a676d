import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from '@tus/server'
import type { FileStorage } from '../storage.ts'

/** A server of uploads, and what a phone does with one. */
export interface TusForTests extends AsyncDisposable {
  /** Begins an upload of `size` bytes; resolves to the status. */
  begin(id: string, size: number): Promise<number>
  /** Sends bytes that belong at `offset`; cut after `cutAfter` of them. Resolves to the status, `null` where it was cut. */
  send(id: string, offset: number, bytes: Buffer, cutAfter?: number): Promise<number | null>
  /** How much the server has; `null` where it knows of none. */
  offset(id: string): Promise<number | null>
  remove(id: string): Promise<number>
}

/** Listens on a free port of 127.0.0.1. */
export async function tusServer({ uploads }: FileStorage): Promise<TusForTests> {
  const tus = new Server({
    path: '/uploads',
    datastore: uploads,
    namingFunction: (_request, metadata) => metadata?.file ?? '',
  })
  const server = createServer((incoming, response) => void tus.handle(incoming, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = (id = '') => `http://127.0.0.1:${port}/uploads/${id}`
  const version = { 'tus-resumable': '1.0.0' }

  const send: TusForTests['send'] = (id, offset, bytes, cutAfter) =>
    new Promise((resolve, reject) => {
      const headers = {
        ...version,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': offset,
        'content-length': bytes.length,
      }
      const patch = request(url(id), { method: 'PATCH', headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0))
      })
      patch.on('error', (error) => (cutAfter === undefined ? reject(error) : resolve(null)))
      if (cutAfter === undefined) patch.end(bytes)
      // Long enough to arrive.
      else patch.write(bytes.subarray(0, cutAfter), () => setTimeout(() => patch.destroy(), 100))
    })

  return {
    begin: async (id, size) => {
      const file = Buffer.from(id).toString('base64')
      const headers = { ...version, 'upload-length': String(size), 'upload-metadata': `file ${file}` }
      return (await fetch(url(), { method: 'POST', headers })).status
    },
    send,
    offset: async (id) => {
      const response = await fetch(url(id), { method: 'HEAD', headers: version })
      return response.ok ? Number(response.headers.get('upload-offset')) : null
    },
    remove: async (id) => (await fetch(url(id), { method: 'DELETE', headers: version })).status,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
