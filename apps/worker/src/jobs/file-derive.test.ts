import { createHash, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { incomingKey } from '@humuus/files'
import { type SampleName, sample, sampleFormat } from '@humuus/files/testing'
import { expect, test, vi } from 'vitest'
import { DecoderGaveUp, prepareApart } from '../prepare/prepare-apart.ts'
import { serverClient } from '../server-client.ts'
import { logLines } from '../testing/log-lines.ts'
import { openPlace } from '../testing/place.ts'
import { type File, standInServer } from '../testing/stand-in-server.ts'
import { openWorkplace } from '../workplace.ts'
import { onFileDerive } from './file-derive.ts'

// Decoding, and processes that begin, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 120_000 })

const secret = 'a secret of more than thirty-two characters'

async function openWorld(prepare: typeof prepareApart = prepareApart) {
  const place = await openPlace()
  const server = await standInServer(secret)
  const journal = logLines()
  const derive = onFileDerive({
    server: serverClient({ url: server.url, secret }),
    storage: async () => place.storage,
    workplace: openWorkplace(place.workDir),
    prepare,
    log: journal.log,
  })
  return {
    ...{ place, server, journal },
    derive: (fileId: string, isLast = false) => derive({ fileId }, { isLast }),
    receive: async (name: SampleName, state: File['state'] = 'clean') => {
      const bytes = sample(name)
      const fileId = server.receive({ kind: 'picture', ext: sampleFormat(name), size: bytes.length, state })
      await place.bring(fileId, bytes)
      return fileId
    },
    [Symbol.asyncDispose]: async () => {
      expect(await place.left()).toEqual([])
      await server[Symbol.asyncDispose]()
      await place[Symbol.asyncDispose]()
      for (const word of ['Ann', secret]) expect(journal.text()).not.toContain(word)
    },
  }
}

test.each(['clean', 'unscanned'] as const)(
  'what is made of a %s photo is kept, and the server knows all about it',
  async (state) => {
    await using world = await openWorld()
    const fileId = await world.receive('photo.jpg', state)
    await world.derive(fileId)
    const keys = [`${fileId}/full.jpg`, `${fileId}/screen.webp`, `${fileId}/thumb.webp`]
    expect(await world.place.keys(`${fileId}/`)).toEqual(keys)
    const [news] = world.server.fileNews
    if (news?.news !== 'derived') throw new Error(JSON.stringify(news))
    expect(news.variants.map(({ key }) => key).sort()).toEqual(keys)
    for (const { key, size, digest } of news.variants) {
      const bytes = await buffer(await world.place.storage.read(key))
      expect({ size, digest }).toEqual({ size: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') })
    }
    // The original is the server's to remove.
    expect(await world.place.keys('incoming/')).toEqual([incomingKey(fileId)])
  },
)

test('one that is ready, gone or unknown is done', async () => {
  await using world = await openWorld()
  const fileId = await world.receive('drawing.png')
  await world.derive(fileId)
  await world.derive(fileId)
  await world.derive(randomUUID())
  expect(world.server.fileNews).toHaveLength(1)
})

test('nothing is made of what is not scanned', async () => {
  await using world = await openWorld()
  const fileId = await world.receive('photo.jpg', 'scanning')
  await expect(world.derive(fileId)).rejects.toThrow('not scanned yet')
  expect(await world.place.keys(`${fileId}/`)).toEqual([])
})

test('what cannot be decoded is refused, and nothing of it is kept', async () => {
  await using world = await openWorld()
  const fileId = world.server.receive({ kind: 'picture', ext: 'png', size: 9, state: 'clean' })
  await world.place.bring(fileId, Buffer.from('\x89PNG and ', 'latin1'))
  await world.derive(fileId)
  expect(world.server.fileNews).toEqual([{ fileId, news: 'refused', code: 'file_unreadable', params: {} }])
  expect(await world.place.keys()).toEqual([incomingKey(fileId)])
})

test('a decoder that gives up is tried again, and only with the last attempt it was the file', async () => {
  await using world = await openWorld((original) =>
    prepareApart(original, { withinMs: 60_000, memoryBytes: 1_000_000 }),
  )
  const fileId = await world.receive('photo.jpg')
  await expect(world.derive(fileId)).rejects.toThrow(DecoderGaveUp)
  expect(world.server.fileNews).toEqual([])
  await world.derive(fileId, true)
  expect(world.server.fileNews).toMatchObject([{ news: 'refused', code: 'file_unreadable' }])
})

test('a server that did not hear it is told again, of the same keys', async () => {
  await using world = await openWorld()
  const fileId = await world.receive('photo.jpg')
  world.server.isDeaf = true
  await expect(world.derive(fileId)).rejects.toThrow('unavailable')
  const keys = await world.place.keys()
  world.server.isDeaf = false
  await world.derive(fileId)
  expect(await world.place.keys()).toEqual(keys)
  expect(world.server.fileNews).toMatchObject([{ fileId, news: 'derived' }])
})

test('of what was taken back meanwhile nothing stays', async () => {
  await using world = await openWorld()
  const fileId = await world.receive('photo.jpg')
  world.server.withdraw(fileId)
  await world.derive(fileId)
  expect(await world.place.keys(`${fileId}/`)).toEqual([])
})

test('a file whose bytes are not there is asked for again', async () => {
  await using world = await openWorld()
  const fileId = world.server.receive({ kind: 'picture', ext: 'jpg', size: 9, state: 'clean' })
  await expect(world.derive(fileId)).rejects.toThrow(`there is no file ${incomingKey(fileId)}`)
})
