import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { incomingKey, variantKey } from '@humuus/files'
import { sample } from '@humuus/files/testing'
import { describe, expect, test } from 'vitest'
import { type FileWorld, filesWorkshop, openFileWorld } from '../testing/file-world.ts'
import { refusedBy } from '../testing/visitor.ts'

const day = 86_400_000

/** A world whose clock can be moved. */
async function openLater(overrides: Parameters<typeof openFileWorld>[0] = {}) {
  const clock = { now: Date.now() }
  const place = await openFileWorld({ TOKEN_DAYS: 5_000, ...overrides }, () => clock.now)
  return { ...place, clock, [Symbol.asyncDispose]: () => place[Symbol.asyncDispose]() }
}

const aPhoto = async (place: FileWorld) => {
  const id = await (await place.giver()).whole(place.target, 'photo.jpg', sample('photo.jpg'))
  await place.prepare(id)
  return id
}
const count = ({ world }: FileWorld) => world.database.db.prisma.file.count()
const expire = ({ worker }: FileWorld, limit = 200) => worker.internal.expireFiles.mutate({ limit })
const ofSession = ({ host, target }: FileWorld) => host.trpc.files.ofSession.query({ sessionId: target.session })

describe('the time of files', () => {
  test('is over ninety days after the end of their session, which the facilitator sees', async () => {
    await using place = await openLater()
    await aPhoto(place)
    expect(await ofSession(place)).toMatchObject({ days: 90, kept: false, expiresAt: null })
    await place.hosted.command({ type: 'end' })
    const { expiresAt } = await ofSession(place)
    expect(Math.abs((expiresAt ?? 0) - place.clock.now - 90 * day)).toBeLessThan(60_000)
    place.clock.now += 89 * day
    expect(await expire(place)).toEqual({ removed: 0, more: false })
    place.clock.now += 2 * day
    expect(await expire(place)).toEqual({ removed: 1, more: false })
    expect([await count(place), await place.keys()]).toEqual([0, []])
    expect(await ofSession(place)).toMatchObject({ files: [] })
    // The session remembers that there was something.
    expect(JSON.stringify(await place.host.trpc.sessions.report.query({ sessionId: place.target.session }))).toContain(
      'picture',
    )
  }, 60_000)

  test('is what the workshop says, or else the facilitator; what is kept stays', async () => {
    await using place = await openLater()
    const hosted = await place.world.hosted({ ...filesWorkshop, settings: { fileDays: 10 } }, place.hosted.host)
    await hosted.command({ type: 'start' })
    const own = { ...place, target: { session: hosted.sessionId, node: 'photos' } }
    const giver = await place.giver({ stranger: true })
    await giver.trpc.sessions.join.mutate({ sessionId: hosted.sessionId, commandId: randomUUID(), name: 'Bo' })
    await place.prepare(await giver.whole(own.target, 'a.jpg', sample('photo.jpg')))
    await hosted.command({ type: 'end' })
    expect(await ofSession(own)).toMatchObject({ days: 10 })
    const { expire: setDays, keep } = place.host.trpc.files
    expect(await setDays.mutate({ sessionId: hosted.sessionId, days: 3 })).toMatchObject({ days: 3 })
    expect(await setDays.mutate({ sessionId: hosted.sessionId, days: null })).toMatchObject({ days: 10 })
    expect(await keep.mutate({ sessionId: hosted.sessionId, kept: true })).toMatchObject({
      kept: true,
      expiresAt: null,
    })
    place.clock.now += 400 * day
    expect((await expire(place)).removed).toBe(0)
    await keep.mutate({ sessionId: hosted.sessionId, kept: false })
    expect((await expire(place)).removed).toBe(1)
    expect(await refusedBy(giver.trpc.files.keep.mutate({ sessionId: hosted.sessionId, kept: true }))).toEqual({
      code: 'not_allowed',
    })
  }, 60_000)

  test('can be ended at once, and the wall is empty', async () => {
    await using place = await openLater()
    const id = await aPhoto(place)
    await place.host.trpc.files.expire.mutate({ sessionId: place.target.session, days: 0 })
    expect([await count(place), await place.keys()]).toEqual([0, []])
    const { links, gone } = await place.host.trpc.files.links.query({
      ...{ sessionId: place.target.session, role: 'host', ids: [id] },
    })
    expect([links, gone.includes(id) || gone.length === 0]).toEqual([[], true])
  }, 60_000)

  test('of an upload that nobody goes on with is a day', async () => {
    await using place = await openLater()
    const ann = await place.giver()
    const { id } = await ann.begin(place.target, { size: 5_000 })
    await ann.send(id, Buffer.alloc(5_000), { cutAfter: 1_000 })
    place.clock.now += 25 * 3_600_000
    expect((await expire(place)).removed).toBe(1)
    expect([await count(place), await place.keys(), await ann.offset(id)]).toEqual([0, [], null])
  }, 60_000)

  test('media stay as long as a workshop or a session shows them', async () => {
    await using place = await openLater()
    const { host } = place
    const plan = (url: string | null) => ({
      format: 'humuus/1',
      title: 'With a picture',
      nodes: [
        { id: 'one', type: 'slide', data: { text: 'Hi', images: url === null ? [] : [{ url }] } },
        { id: 'end', type: 'end', data: {} },
      ],
    })
    const first = await host.trpc.workshops.create.mutate({ file: plan(null) })
    if (!first.ok) throw new Error('not made')
    const target = { workshop: first.id }
    const shown = await host.whole(target, 'map.png', sample('drawing.png'))
    const unused = await host.whole(target, 'old.png', sample('drawing.png'))
    await place.prepare(shown)
    await place.prepare(unused)
    const url = (await host.trpc.files.media.query()).find(({ id }) => id === shown)?.url ?? ''
    const second = await host.trpc.workshops.create.mutate({ file: plan(url) })
    if (!second.ok) throw new Error(JSON.stringify(second))
    const session = await host.trpc.sessions.create.mutate({ workshopId: second.id })
    expect(await refusedBy(host.trpc.files.removeMedia.mutate({ fileId: shown }))).toEqual({ code: 'file_in_use' })
    const stranger = await place.giver()
    expect(await refusedBy(stranger.trpc.files.removeMedia.mutate({ fileId: shown }))).toEqual({ code: 'file_gone' })
    await host.trpc.workshops.remove.mutate({ id: first.id })
    expect((await host.trpc.files.media.query()).map(({ id }) => id)).toEqual([shown])
    await host.trpc.workshops.remove.mutate({ id: second.id })
    // The session has its own copy of the plan.
    expect((await host.trpc.files.media.query()).map(({ id }) => id)).toEqual([shown])
    await place.hosted.host.send(session.sessionId, { type: 'open_lobby' })
    await place.hosted.host.send(session.sessionId, { type: 'end' })
    place.clock.now += 100 * day
    await expire(place)
    expect(await host.trpc.files.media.query()).toEqual([])
    expect(await place.keys()).toEqual([])
  }, 60_000)
})

describe('people who go', () => {
  test('take their files along first, if they like, and leave none behind', async () => {
    await using place = await openLater()
    const ann = await place.giver()
    const [ready, half] = [
      await ann.whole(place.target, 'me at home.jpg', sample('photo.jpg')),
      (await ann.begin(place.target, { size: 5_000 })).id,
    ]
    await place.prepare(ready)
    const theirs = await aPhoto(place)
    const data = (await ann.trpc.account.export.mutate()) as { files: { id: string; name: string }[] }
    expect(data.files.map(({ id }) => id).sort()).toEqual([ready, half].sort())
    expect(data.files.some(({ name }) => name === 'me at home.jpg')).toBe(true)
    await ann.trpc.account.remove.mutate({ password: null })
    const rows = await place.world.database.db.prisma.file.findMany({ select: { id: true } })
    expect(rows.map(({ id }) => id)).toEqual([theirs])
    expect((await place.keys()).filter((key) => key.includes(ready) || key.includes(half))).toEqual([])
  }, 60_000)

  test('remove what they sent, also when the session is over, and facilitators may', async () => {
    await using place = await openLater()
    const [ann, bob] = [await place.giver(), await place.giver()]
    const [first, second] = [
      await ann.whole(place.target, 'a.jpg', sample('photo.jpg')),
      await ann.whole(place.target, 'b.jpg', sample('photo.jpg')),
    ]
    await place.prepare(first)
    await place.hosted.command({ type: 'end' })
    expect(await refusedBy(bob.trpc.files.remove.mutate({ fileId: first }))).toEqual({ code: 'file_gone' })
    await ann.trpc.files.remove.mutate({ fileId: first })
    await place.host.trpc.files.remove.mutate({ fileId: second })
    expect([await count(place), await place.keys()]).toEqual([0, []])
  }, 60_000)
})

describe('bytes and rows', () => {
  test('go together: whichever step of a deletion was the last, the next run does the rest', async () => {
    await using place = await openLater()
    const { prisma } = place.world.database.db
    const ids = [await aPhoto(place), await aPhoto(place), await aPhoto(place)]
    // Killed after the mark; after the mark and some of the bytes; after the mark and all of them.
    await prisma.file.updateMany({ data: { removedAt: new Date(place.clock.now), removedFor: 'time' } })
    await place.storage.remove([variantKey(ids[1] ?? '', 'thumb', 'jpg')])
    await place.storage.remove((await place.keys()).filter((key) => key.includes(ids[2] ?? '')))
    const other = await place.world.another()
    expect(other.url).not.toBe('')
    await Promise.all([expire(place), expire(place), expire(place)])
    expect([await count(place), await place.keys()]).toEqual([0, []])
  }, 60_000)

  test('are compared both ways: bytes that are nobody’s go after an hour, and files without bytes say so', async () => {
    await using place = await openLater()
    const { prisma } = place.world.database.db
    const [whole, lost, waiting] = [
      await aPhoto(place),
      await aPhoto(place),
      await (await place.giver()).whole(place.target, 'w.jpg', sample('photo.jpg')),
    ]
    const strays = [incomingKey(randomUUID()), variantKey(randomUUID(), 'full', 'jpg'), variantKey(whole, 'old', 'jpg')]
    for (const key of strays) await place.storage.write(key, Readable.from([Buffer.from('x')]), { type: 'image/jpeg' })
    await place.storage.remove([variantKey(lost, 'full', 'jpg')])
    const before = await place.keys()
    expect(await place.worker.internal.reconcileFiles.mutate()).toEqual({ keysRemoved: 0, filesLost: 0 })
    expect(await place.keys()).toEqual(before)
    place.clock.now += 2 * 3_600_000
    expect(await place.worker.internal.reconcileFiles.mutate()).toEqual({ keysRemoved: 3, filesLost: 1 })
    expect((await place.keys()).filter((key) => strays.includes(key))).toEqual([])
    expect(await prisma.file.findUnique({ where: { id: lost } })).toMatchObject({ state: 'failed' })
    const files = await prisma.file.findMany({ where: { id: { in: [whole, waiting] } }, select: { state: true } })
    expect(files.map(({ state }) => state)).toEqual(['unscanned', 'unscanned'])
    const { gone } = await place.host.trpc.files.links.query({
      ...{ sessionId: place.target.session, role: 'host', ids: [lost, whole] },
    })
    expect(gone.filter((id) => id !== lost)).toEqual([])
    // What is left of the lost one is nobody's now.
    await place.worker.internal.reconcileFiles.mutate()
    expect((await place.keys()).filter((key) => key.includes(lost))).toEqual([])
  }, 60_000)
})
