import { expect, test } from 'vitest'
import { serverClient } from '../server-client.ts'
import { logLines } from '../testing/log-lines.ts'
import { standInServer } from '../testing/stand-in-server.ts'
import { onFileExpiry } from './file-expiry.ts'

const secret = 'a secret of more than thirty-two characters'

async function openWorld() {
  const server = await standInServer(secret)
  const journal = logLines()
  const stopping = new AbortController()
  const client = serverClient({ url: server.url, secret })
  const handle = onFileExpiry({ server: client, log: journal.log, stopping: stopping.signal })
  return { server, journal, stopping, handle, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

test('files whose time is over go in rounds until there are no more, then bytes and rows are compared', async () => {
  await using world = await openWorld()
  world.server.expired = [
    { removed: 200, more: true },
    { removed: 200, more: true },
    { removed: 7, more: false },
  ]
  await world.handle()
  expect(world.server.expired).toEqual([])
  expect(world.journal.lines).toMatchObject([{ level: 30, removed: 407, keysRemoved: 0, filesLost: 0 }])
})

test('where nothing is over, little is said', async () => {
  await using world = await openWorld()
  await world.handle()
  expect(world.journal.lines).toMatchObject([{ level: 20, removed: 0 }])
})

test('a worker that stops leaves the rest to the next run', async () => {
  await using world = await openWorld()
  world.server.expired = [{ removed: 200, more: true }]
  world.stopping.abort()
  await expect(world.handle()).rejects.toThrow('not all files')
  expect(world.server.expired).toHaveLength(1)
})

test('a server that is away is asked again', async () => {
  await using world = await openWorld()
  await world.server[Symbol.asyncDispose]()
  await expect(world.handle()).rejects.toThrow('does not answer')
})
