import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { incomingKey } from '@humuus/files'
import { sample } from '@humuus/files/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FileWorld, openFileWorld } from '../testing/file-world.ts'
import { aRecording, uploader } from '../testing/uploader.ts'

let place: FileWorld
beforeAll(async () => {
  place = await openFileWorld({ MAX_FILE_MB: 2, PERSON_QUOTA_MB: 4 })
}, 60_000)
afterAll(async () => place[Symbol.asyncDispose]())

const rowOf = (id: string) => place.world.database.db.prisma.file.findUnique({ where: { id } })
const stored = async (id: string) => buffer(await place.storage.read(incomingKey(id)))

/** The offset once it stands still: what was cut may still be on its way. */
async function settled(offset: () => Promise<number | null>): Promise<number> {
  for (let before = await offset(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 80))
    const now = await offset()
    if (now === before) return now ?? -1
    before = now
  }
}

describe('an upload', () => {
  test('arrives as it was sent, and waits to be prepared; the session knows of it', async () => {
    const ann = await place.giver()
    const bytes = sample('photo.jpg')
    const id = await ann.whole(place.target, 'flip chart.jpg', bytes)
    expect(await stored(id)).toEqual(bytes)
    expect(await rowOf(id)).toMatchObject({
      ...{ ownerId: ann.userId, kind: 'picture', type: 'image/jpeg', name: 'flip chart.jpg', state: 'unscanned' },
      ...{ told: 'received', expiresAt: null, preparedAt: null },
    })
    expect(await ann.offset(id)).toBe(bytes.length)
    expect(await ann.trpc.files.mine.query({ sessionId: place.target.session })).toMatchObject([
      { id, isReady: false, name: 'flip chart.jpg', kind: 'picture', trouble: null },
    ])
  })

  test('that is cut at every tenth goes on where it was, and is whole', async () => {
    const ann = await place.giver()
    const bytes = aRecording(1_000_000)
    const { id } = await ann.begin(place.target, { size: bytes.length })
    let sent = 0
    for (let tenth = 1; tenth < 10; tenth++) {
      const offset = (await ann.offset(id)) ?? 0
      expect(offset).toBeGreaterThanOrEqual(sent)
      sent = offset
      await ann.send(id, bytes, { offset, cutAfter: Math.max(0, tenth * 100_000 - offset) })
      expect(await settled(() => ann.offset(id))).toBeLessThanOrEqual(tenth * 100_000)
    }
    const offset = (await ann.offset(id)) ?? 0
    expect(offset).toBeGreaterThan(500_000)
    expect((await ann.send(id, bytes, { offset }))?.status).toBe(204)
    expect((await stored(id)).equals(bytes)).toBe(true)
    expect((await rowOf(id))?.state).toBe('unscanned')
  })

  test('goes on over another server, and two that go on at once do not spoil it', async () => {
    const other = await place.world.another()
    const ann = await place.giver()
    const there = uploader(other.url, ann.token)
    const bytes = aRecording(1_500_000)
    const { id } = await ann.begin(place.target, { size: bytes.length })
    await ann.send(id, bytes, { cutAfter: 400_000 })
    const offset = (await there.offset(id)) ?? 0
    expect(offset).toBeGreaterThan(0)
    const both = await Promise.all([ann, there, ann].map((one) => one.send(id, bytes, { offset }).catch(() => null)))
    expect(both.filter((answer) => answer?.status === 204).length).toBeLessThanOrEqual(1)
    const now = await settled(() => ann.offset(id))
    if (now < bytes.length) expect((await there.send(id, bytes, { offset: now }))?.status).toBe(204)
    expect((await stored(id)).equals(bytes)).toBe(true)
  }, 60_000)

  test('whose last answer was lost is finished when somebody asks for it', async () => {
    const ann = await place.giver()
    const bytes = aRecording(10_000)
    const { id } = await ann.begin(place.target, { size: bytes.length })
    // All of it is there, and the server that took it died before it looked.
    await place.storage.uploads.write((await import('node:stream')).Readable.from([bytes]), id, 0)
    expect((await rowOf(id))?.state).toBe('uploading')
    expect(await ann.offset(id)).toBe(bytes.length)
    expect((await rowOf(id))?.state).toBe('unscanned')
  })

  test('that is begun again under the same id is the same one', async () => {
    const ann = await place.giver()
    const bytes = aRecording(50_000)
    const first = await ann.begin(place.target, { size: bytes.length })
    const again = await ann.begin(place.target, { id: first.id, size: bytes.length })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    await ann.send(first.id, bytes)
    expect((await ann.begin(place.target, { id: first.id, size: bytes.length })).status).toBe(201)
    expect(await ann.begin(place.target, { id: first.id, size: 7 })).toMatchObject({ status: 400 })
  })

  test('is refused with a wrong offset, and nothing is changed by it', async () => {
    const ann = await place.giver()
    const bytes = aRecording(100_000)
    const { id } = await ann.begin(place.target, { size: bytes.length })
    for (const offset of [1, 50_000, 99_999])
      expect(await ann.send(id, bytes, { offset })).toMatchObject({ status: 409, said: { code: 'malformed' } })
    expect(await ann.offset(id)).toBe(0)
    expect((await ann.send(id, bytes))?.status).toBe(204)
    expect(await ann.send(id, bytes)).toMatchObject({ status: 409 })
  })

  test('with a checksum is compared before a byte is written', async () => {
    const ann = await place.giver()
    const bytes = aRecording(5_000)
    const { id } = await ann.begin(place.target, { size: bytes.length })
    const { createHash } = await import('node:crypto')
    const digest = (name: string) => createHash(name).update(bytes).digest('base64')
    const withSum = (sum: string) => ann.send(id, bytes, { headers: { 'upload-checksum': sum } })
    expect(await withSum(`sha1 ${digest('sha256')}`)).toMatchObject({ status: 460, said: { code: 'file_checksum' } })
    expect(await withSum('sha1 %%%')).toMatchObject({ status: 400 })
    expect(await withSum(`crc32 ${digest('sha1')}`)).toMatchObject({ status: 400 })
    expect(await ann.offset(id)).toBe(0)
    expect((await withSum(`sha256 ${digest('sha256')}`))?.status).toBe(204)
    expect((await rowOf(id))?.state).toBe('unscanned')
  })

  test('of more than was announced is refused', async () => {
    const ann = await place.giver()
    const bytes = aRecording(1_000)
    const { id } = await ann.begin(place.target, { size: 500 })
    expect(await ann.send(id, bytes)).toMatchObject({ status: 413 })
    const headers = { 'transfer-encoding': 'chunked', 'content-length': undefined as never }
    const chunked = await ann.send(id, bytes, { headers }).catch(() => null)
    expect(chunked?.status ?? 413).toBe(413)
    expect(await ann.offset(id)).toBeLessThanOrEqual(500)
  })

  test('can be given up', async () => {
    const ann = await place.giver()
    const { id } = await ann.begin(place.target, { size: 5_000 })
    expect((await ann.remove(id)).status).toBe(204)
    expect([await ann.offset(id), await rowOf(id)]).toEqual([null, null])
    expect(await place.keys()).not.toContain(incomingKey(id))
  })
})

describe('what is no upload', () => {
  test.each([
    ['of unknown length', { 'upload-defer-length': '1' }, 'malformed'],
    ['in parts', { 'upload-concat': 'partial' }, 'malformed'],
    ['of another protocol', { 'tus-resumable': '0.2.2' }, 'malformed'],
  ])('is refused: %s', async (_, headers, code) => {
    const ann = await place.giver()
    expect((await ann.begin(place.target, { size: 100 }, headers)).said?.code).toBe(code)
  })

  test.each([
    ['nothing', 0, 'file_empty'],
    ['too much', 2_097_153, 'file_too_large'],
    ['more than numbers hold', '99999999999999999999', 'malformed'],
    ['less than nothing', -1, 'malformed'],
    ['a word', 'many', 'malformed'],
  ])('is refused: %s', async (_, size, code) => {
    const ann = await place.giver()
    expect((await ann.begin(place.target, { size })).said?.code).toBe(code)
  })

  test.each([
    ['a page', 'page.html', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file_type'],
    ['a drawing that runs', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file_type'],
    ['a program', 'a.exe', Buffer.from('MZ'.padEnd(200, '\0')), 'file_type'],
  ])('is refused at once: %s', async (_, name, bytes, code) => {
    const ann = await place.giver()
    expect((await ann.begin(place.target, { name, size: bytes.length })).said?.code).toBe(code)
  })

  test.each([
    ['a page that is called a picture', 'a.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file_type'],
    ['a document that is called a picture', 'a.jpg', sample('paper.pdf'), 'file_mismatch'],
    ['a sound that is called a picture', 'a.png', sample('voice.mp3'), 'file_mismatch'],
  ])('is refused with its last byte: %s', async (_, name, bytes, code) => {
    const ann = await place.giver()
    const { id, status } = await ann.begin(place.target, { name, size: bytes.length })
    expect(status).toBe(201)
    const sent = await ann.send(id, bytes)
    expect(sent?.said?.code).toBe(code)
    expect(sent?.status).toBeGreaterThanOrEqual(400)
    expect(await place.keys()).not.toContain(incomingKey(id))
    const [mine] = await ann.trpc.files.mine.query({ sessionId: place.target.session })
    expect(mine).toMatchObject({ id, state: 'failed', trouble: { code } })
    // Asked again it says the same.
    expect((await ann.begin(place.target, { id, name, size: bytes.length })).said?.code).toBe(code)
    expect(await ann.offset(id)).toBeNull()
  })

  test('names are cleaned, however they are meant', async () => {
    const ann = await place.giver()
    const names: [string, string][] = [
      ['../../etc/passwd.wav', 'passwd.wav'],
      [`${'x'.repeat(10_000)}.wav`, `${'x'.repeat(251)}.wav`],
      ['a\u0000b\u202egnp.wav', 'abgnp.wav'],
      ['C:\\Users\\ann\\voice.wav', 'voice.wav'],
      ['...wav', 'wav'],
    ]
    for (const [given, kept] of names) {
      const { id, status } = await ann.begin(place.target, { name: given, type: 'audio/wav', size: 100 })
      expect([given.slice(0, 20), status]).toEqual([given.slice(0, 20), 201])
      expect((await rowOf(id))?.name).toBe(kept)
    }
  })
})

describe('who may send', () => {
  test('nobody who is not signed in, and nobody who did not join', async () => {
    const nobody = uploader(place.world.server.url, null)
    expect(await nobody.begin(place.target, { size: 100 })).toMatchObject({ status: 401, said: { code: 'signed_out' } })
    const stranger = await place.giver({ stranger: true })
    expect((await stranger.begin(place.target, { size: 100 })).said?.code).toBe('not_joined')
    const nowhere = { session: randomUUID(), node: 'photos' }
    expect((await stranger.begin(nowhere, { size: 100 })).said?.code).toBe('unknown_session')
    const ann = await place.giver()
    expect((await ann.begin({ ...place.target, node: 'end' }, { size: 100 })).status).toBeGreaterThanOrEqual(400)
    expect((await ann.begin({}, { size: 100 })).said?.code).toBe('malformed')
  })

  test('an upload is its owner’s alone: to others there is none', async () => {
    const [ann, bob] = [await place.giver(), await place.giver()]
    const bytes = aRecording(1_000)
    const { id } = await ann.begin(place.target, { size: bytes.length })
    const none = randomUUID()
    for (const one of [bob, place.host]) {
      expect(await one.offset(id)).toBeNull()
      expect(await one.send(id, bytes)).toMatchObject({ status: 404, said: { code: 'file_gone' } })
      expect(await one.remove(id)).toMatchObject({ status: 404, said: { code: 'file_gone' } })
      expect(await one.remove(none)).toMatchObject({ status: 404, said: { code: 'file_gone' } })
      expect((await one.begin(place.target, { id, size: bytes.length })).said?.code).toBe('malformed')
    }
    expect(await ann.offset(id)).toBe(0)
  })

  test('nothing comes in at the wish of another site’s page', async () => {
    const ann = await place.giver()
    const foreign = await ann.begin(place.target, { size: 100 }, { origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    const { id } = await ann.begin(place.target, { size: 100 }, { origin: place.world.server.url })
    const headers = { origin: 'https://evil.example' }
    expect((await ann.send(id, aRecording(100), { headers }))?.status).toBe(403)
    expect(await ann.offset(id)).toBe(0)
  })

  test('room is reserved: uploads that begin at once have no more together than there is', async () => {
    const other = await place.world.another()
    const ann = await place.giver()
    const there = uploader(other.url, ann.token)
    const size = 900_000
    const begun = await Promise.all(
      Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? ann : there).begin(place.target, { size })),
    )
    const codes = begun.map(({ status, said }) => (status === 201 ? 'begun' : said?.code)).sort()
    expect(codes).toEqual([...Array(4).fill('begun'), ...Array(4).fill('file_quota_person')])
    const [first] = begun.filter(({ status }) => status === 201)
    await ann.remove(first?.id ?? '')
    expect((await ann.begin(place.target, { size })).status).toBe(201)
  })

  test('so many files are on their way at once, and one more waits', async () => {
    const ann = await place.giver()
    const many = await Promise.all(Array.from({ length: 25 }, () => ann.begin(place.target, { size: 10 })))
    expect(many.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(many.filter(({ said }) => said?.code === 'file_too_many')).toHaveLength(5)
  })

  test('media go to a workshop of one’s own', async () => {
    const [ann, bob] = [await place.giver(), await place.giver()]
    const file = { format: 'humuus/1', title: 'Mine', nodes: [{ id: 'end', type: 'end', data: {} }] }
    const made = await ann.trpc.workshops.create.mutate({ file })
    if (!made.ok) throw new Error('not made')
    const bytes = sample('drawing.png')
    const id = await ann.whole({ workshop: made.id }, 'map.png', bytes)
    await place.prepare(id)
    const [media] = await ann.trpc.files.media.query()
    expect(media).toMatchObject({ id, workshopId: made.id, isReady: true, name: 'map.png' })
    expect(media?.url).toMatch(new RegExp(`^/files/${id}/[0-9a-f]{64}/screen\\.png$`))
    const fetched = await fetch(`${place.world.server.url}${media?.url}`)
    expect([fetched.status, fetched.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect((await bob.begin({ workshop: made.id }, { name: 'a.png', size: 100 })).said?.code).toBe('unknown_workshop')
  })
})

test('an upload that was begun in time belongs to the step, also when it is over', async () => {
  await using small = await openFileWorld()
  const ann = await small.giver()
  const bytes = aRecording(20_000)
  const { id } = await ann.begin(small.target, { size: bytes.length })
  await ann.send(id, bytes, { cutAfter: 5_000 })
  await small.hosted.command({ type: 'next', from: 'photos' })
  expect((await ann.begin(small.target, { size: 10 })).status).toBeGreaterThanOrEqual(400)
  const offset = (await ann.offset(id)) ?? 0
  expect((await ann.send(id, bytes, { offset }))?.status).toBe(204)
  await small.prepare(id)
  const { links } = await small.host.trpc.files.links.query({
    ...{ sessionId: small.target.session, role: 'host', ids: [id] },
  })
  expect(links).toMatchObject([{ id }])
}, 60_000)
