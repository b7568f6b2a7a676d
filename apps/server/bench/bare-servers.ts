/**
 * What files are compared with, in a process of its own: `@tus/server` with nothing around it, and a folder over HTTP. Says its
 * port; ends with its standard input. `tsx bench/bare-servers.ts <folder>`
 */
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { openStorage } from '@humuus/files'
import { Server } from '@tus/server'

const folder = process.argv[2] ?? '.'
const storage = await openStorage({ dir: folder })
const tus = new Server({
  path: '/files/uploads',
  datastore: storage.uploads,
  namingFunction: (_request, metadata) => metadata?.file ?? '',
})
const server = createServer((request, response) => {
  if (request.url?.startsWith('/files/uploads')) return void tus.handle(request, response)
  const path = join(folder, basename(request.url ?? ''))
  response.setHeader('content-length', statSync(path).size)
  createReadStream(path).pipe(response)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
process.stdin.resume().on('end', () => process.exit(0))
