import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { incomingKey, quarantineKey, variantKey } from '@humuus/files'
import { sample } from '@humuus/files/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileWorld, openFileWorld } from '../testing/file-world.ts'

let place: FileWorld
beforeAll(async () => {
  // Nobody listens there: the worker's part is played by the tests, over its own API.
  place = await openFileWorld({ CLAMAV_URL: 'tcp://127.0.0.1:1' })
}, 60_000)
afterAll(async () => place[Symbol.asyncDispose]())

const rowOf = (id: string) => place.world.database.db.prisma.file.findUnique({ where: { id } })
const take = (fileId: string) => place.worker.internal.takeFile.mutate({ fileId })
const aPhoto = async (of = place) => (await of.giver()).whole(of.target, 'photo.jpg', sample('photo.jpg'))

const variantsOf = (id: string, digest = 'a'.repeat(64)) => [
  { variant: 'full' as const, key: variantKey(id, 'full', 'jpg'), type: 'image/jpeg', size: 3, digest },
]

test('a file is scanned, then prepared, and each is said to the server as often as it likes', async () => {
  const id = await aPhoto()
  expect(await take(id)).toMatchObject({
    ...{ fileId: id, key: incomingKey(id), kind: 'picture', type: 'image/jpeg', ext: 'jpg', state: 'scanning' },
  })
  // Too early.
  expect(await place.worker.internal.fileDerived.mutate({ fileId: id, variants: variantsOf(id) })).toEqual({
    isWanted: false,
  })
  for (let time = 0; time < 3; time++) await place.worker.internal.fileScanned.mutate({ fileId: id, outcome: 'clean' })
  expect(await take(id)).toMatchObject({ state: 'clean' })
  await place.storage.write(variantKey(id, 'full', 'jpg'), Readable.from([Buffer.from('abc')]), { type: 'image/jpeg' })
  for (let time = 0; time < 3; time++)
    expect(await place.worker.internal.fileDerived.mutate({ fileId: id, variants: variantsOf(id) })).toEqual({
      isWanted: true,
    })
  expect(await take(id)).toBeNull()
  expect(await rowOf(id)).toMatchObject({ state: 'clean', told: 'ready' })
  // Late news change nothing.
  await place.worker.internal.fileScanned.mutate({ fileId: id, outcome: 'infected' })
  await place.worker.internal.fileRefused.mutate({ fileId: id, code: 'file_unreadable' })
  expect(await rowOf(id)).toMatchObject({ state: 'clean', told: 'ready', trouble: null })
  expect((await place.keys()).filter((key) => key.includes(id))).toEqual([variantKey(id, 'full', 'jpg')])
})

test('an infected file is kept apart, nobody gets it, the facilitator is told, and it goes after a week', async () => {
  let moment = Date.now()
  await using small = await openFileWorld({ CLAMAV_URL: 'tcp://127.0.0.1:1' }, () => moment)
  const ann = await small.giver()
  const id = await ann.whole(small.target, 'photo.jpg', sample('photo.jpg'))
  const view = small.hosted.host.watch({ sessionId: small.target.session, role: 'host' })
  await small.worker.internal.fileScanned.mutate({ fileId: id, outcome: 'infected', words: 'Eicar-Test-Signature' })
  await view.until((state) => JSON.stringify(state.shared).includes('file_infected'), 10_000)
  expect(await small.keys()).toEqual([quarantineKey(id)])
  expect(await small.worker.internal.takeFile.mutate({ fileId: id })).toBeNull()
  const { files } = await small.host.trpc.files.ofSession.query({ sessionId: small.target.session })
  expect(files).toMatchObject([{ id, state: 'infected', trouble: { code: 'file_infected' }, isReady: false }])
  expect(
    await ann.trpc.files.links.query({ sessionId: small.target.session, role: 'participant', ids: [id] }),
  ).toMatchObject({ links: [] })
  moment += 8 * 86_400_000
  await small.worker.internal.expireFiles.mutate({})
  expect(await small.keys()).toEqual([])
  expect(await small.world.database.db.prisma.file.count()).toBe(0)
}, 60_000)

test('a file that cannot be used is refused in words, and its bytes go', async () => {
  const ann = await place.giver()
  const id = await ann.whole(place.target, 'photo.jpg', sample('photo.jpg'))
  await place.worker.internal.fileScanned.mutate({ fileId: id, outcome: 'clean' })
  await place.storage.write(variantKey(id, 'thumb', 'webp'), Readable.from([Buffer.from('half')]), {
    type: 'image/webp',
  })
  await place.worker.internal.fileRefused.mutate({ fileId: id, code: 'file_pixels', params: { max: 100 } })
  const [mine] = await ann.trpc.files.mine.query({ sessionId: place.target.session })
  expect(mine).toMatchObject({ state: 'failed', trouble: { code: 'file_pixels', params: { max: 100 } } })
  expect(await rowOf(id)).toMatchObject({ told: 'refused' })
  expect((await place.keys()).filter((key) => key.includes(id))).toEqual([])
})

test('a worker cannot name forms of another file, and is told when nobody wants those it made', async () => {
  const [id, other] = [await aPhoto(), await aPhoto()]
  await place.worker.internal.fileScanned.mutate({ fileId: id, outcome: 'clean' })
  const wrong = place.worker.internal.fileDerived.mutate({ fileId: id, variants: variantsOf(other) })
  expect(await wrong.catch((error) => error.data.rejection.code)).toBe('malformed')
  await place.host.trpc.files.remove.mutate({ fileId: id })
  expect(await place.worker.internal.fileDerived.mutate({ fileId: id, variants: variantsOf(id) })).toEqual({
    isWanted: false,
  })
  expect(
    await place.worker.internal.fileDerived
      .mutate({ fileId: randomUUID(), variants: variantsOf(id) })
      .catch(() => null),
  ).toBeNull()
  expect(await rowOf(id)).toBeNull()
})

test('what a server that died left undone another one does: it tells the session, and asks for the job again', async () => {
  let moment = Date.now()
  await using small = await openFileWorld({}, () => moment)
  const ann = await small.giver()
  const { prisma } = small.world.database.db
  const bytes = sample('photo.jpg')
  const { id } = await ann.begin(small.target, { name: 'a.jpg', size: bytes.length })
  // All bytes are there; nobody looked at them, nobody was told, nothing was asked for.
  await small.storage.uploads.write(Readable.from([bytes]), id, 0)
  moment += 120_000
  await small.world.server.sweepFiles()
  expect(await prisma.file.findUnique({ where: { id } })).toMatchObject({ state: 'unscanned', told: 'received' })
  await prisma.file.update({ where: { id }, data: { told: null } })
  moment += 120_000
  await small.world.server.sweepFiles()
  expect(await prisma.file.findUnique({ where: { id } })).toMatchObject({ told: 'received' })
  await small.prepare(id)
  await prisma.file.update({ where: { id }, data: { told: 'received' } })
  moment += 120_000
  await small.world.server.sweepFiles()
  expect(await prisma.file.findUnique({ where: { id } })).toMatchObject({ told: 'ready' })
}, 60_000)
