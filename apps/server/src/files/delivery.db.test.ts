import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sample } from '@humuus/files/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FileWorld, type Giver, openFileWorld } from '../testing/file-world.ts'
import { aRecording } from '../testing/uploader.ts'
import { visitor } from '../testing/visitor.ts'

let moment = Date.now()
let place: FileWorld
let ann: Giver
let recording: string
const bytes = aRecording(300_000)
beforeAll(async () => {
  place = await openFileWorld({}, () => moment)
  ann = await place.giver()
  recording = await ann.whole(place.target, 'Übung 1.wav', bytes)
  await place.prepare(recording)
}, 60_000)
afterAll(async () => place[Symbol.asyncDispose]())

const linksFor = (who: Giver, role: 'participant' | 'host', ids: string[], of = place) =>
  who.trpc.files.links.query({ sessionId: of.target.session, role, ids })

async function fullOf(id: string, of = place): Promise<string> {
  const { links } = await linksFor(of.host, 'host', [id], of)
  return links[0]?.full ?? 'no link'
}

const get = (address: string, headers: Record<string, string> = {}, method = 'GET', of = place) =>
  fetch(new URL(address, of.world.server.url), { method, headers })

describe('a file', () => {
  test('goes out whole, under an address that browsers and caches may keep', async () => {
    const response = await get(await fullOf(recording))
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({
      ...{ 'content-type': 'audio/wav', 'content-length': '300000', 'accept-ranges': 'bytes' },
      ...{ 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'" },
      'content-disposition': `inline; filename="Ubung 1.wav"; filename*=UTF-8''%C3%9Cbung%201.wav`,
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['cache-control']).toMatch(/^private, max-age=\d+, immutable$/)
    expect(Number(/max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1])).toBeLessThanOrEqual(7_200)
  })

  test('is not sent again to whoever has it', async () => {
    const address = await fullOf(recording)
    const etag = (await get(address, {}, 'HEAD')).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
    for (const header of [etag, `W/${etag}`, `"a", ${etag}`, '*']) {
      const response = await get(address, { 'if-none-match': header })
      expect([response.status, await response.text()]).toEqual([304, ''])
    }
    expect((await get(address, { 'if-none-match': '"a"' })).status).toBe(200)
  })

  test('goes out in parts, so that a film can be wound on', async () => {
    const address = await fullOf(recording)
    const part = await get(address, { range: 'bytes=1000-1999' })
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      ...[206, 'bytes 1000-1999/300000', '1000'],
    ])
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(1_000, 2_000))).toBe(true)
    const last = await get(address, { range: 'bytes=-5' })
    expect(Buffer.from(await last.arrayBuffer()).equals(bytes.subarray(-5))).toBe(true)
    const none = await get(address, { range: 'bytes=300000-' })
    expect([none.status, none.headers.get('content-range')]).toEqual([416, 'bytes */300000'])
    expect((await get(address, { range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200)
    expect((await get(address, { range: 'bytes=0-9,20-29' })).status).toBe(200)
    const head = await get(address, {}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '300000', ''])
  })

  test('can be saved under its name', async () => {
    const { links } = await linksFor(place.host, 'host', [recording])
    const response = await get(links[0]?.download ?? '')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*%C3%9Cbung%201\.wav$/)
  })

  test('that is a document is always saved, and never opened here', async () => {
    const id = await ann.whole(place.target, 'paper.pdf', sample('paper.pdf'))
    await place.prepare(id)
    const response = await get(await fullOf(id))
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="paper\.pdf"/)
  })

  test('is nobody’s without a signature, and says in words that a link is over', async () => {
    const address = await fullOf(recording)
    const [path = '', query = ''] = address.split('?')
    expect((await get(path)).status).toBe(404)
    const [until, sig] = [/until=(\d+)/.exec(query)?.[1] ?? '', /sig=([\w-]+)/.exec(query)?.[1] ?? '']
    for (const wrong of [`until=${until}`, `sig=${sig}`, `until=${Number(until) + 1}&sig=${sig}`, 'until=a&sig=b'])
      expect((await get(`${path}?${wrong}`)).status).toBe(403)
    expect((await get(`${path.replace('full', 'thumb')}?${query}`)).status).toBe(403)
    const before = moment
    moment += 2 * 3_600_000
    const program = await get(address)
    expect([program.status, await program.json()]).toEqual([410, { code: 'file_link_expired' }])
    const person = await get(address, { accept: 'text/html', 'accept-language': 'de-AT, en;q=0.5' })
    expect([person.status, person.headers.get('content-type')]).toEqual([410, 'text/plain; charset=utf-8'])
    expect(await person.text()).toContain('Dieser Link ist abgelaufen')
    moment = before
  })

  test.each([
    '/files/a/b/c',
    `/files/${randomUUID()}/${'a'.repeat(64)}/full.jpg`,
    `/files/${randomUUID()}/..%2f..%2fetc/passwd`,
    '/files/uploads/../../secret',
    `/files/archive/${randomUUID()}/photos`,
  ])('is not %s', async (path) => {
    expect([403, 404]).toContain((await get(path)).status)
  })
})

describe('until it is ready', () => {
  test('nobody but its owner and the facilitators learns that there is a file', async () => {
    const bob = await place.giver()
    const id = await ann.whole(place.target, 'secret.jpg', sample('photo.jpg'))
    expect(await linksFor(bob, 'participant', [id])).toMatchObject({ links: [], gone: [] })
    expect(await linksFor(ann, 'participant', [id])).toMatchObject({ links: [], gone: [] })
    expect(await linksFor(bob, 'participant', [randomUUID()])).toMatchObject({ links: [], gone: [] })
    const code = await bob.trpc.files.remove.mutate({ fileId: id }).catch((error) => error.data.rejection.code)
    expect(code).toBe('file_gone')
    const { files } = await place.host.trpc.files.ofSession.query({ sessionId: place.target.session })
    expect(files.find((file) => file.id === id)).toMatchObject({
      name: 'secret.jpg',
      userId: ann.userId,
      isReady: false,
    })
    const variants = await place.prepare(id)
    expect((await linksFor(place.host, 'host', [id])).links).toHaveLength(1)
    expect((await linksFor(ann, 'participant', [id])).links).toHaveLength(1)
    expect(variants).toHaveLength(3)
  })

  test('strangers ask in vain, and a screen sees what hangs on the wall', async () => {
    const stranger = await place.giver({ stranger: true })
    const code = await linksFor(stranger, 'participant', [recording]).catch((error) => error.data.rejection.code)
    expect(code).toBe('not_joined')
    expect(await linksFor(ann, 'host', [recording]).catch((error) => error.data.rejection.code)).toBe('not_allowed')
    const { screenKey } = place.hosted
    const screen = visitor(place.world.server.url).files.links.query({
      ...{ sessionId: place.target.session, role: 'screen', ids: [recording], screenKey },
    })
    expect((await screen).links).toMatchObject([{ id: recording }])
  })
})

test('files that nobody scanned are not shown where the installation says so', async () => {
  await using strict = await openFileWorld({ SERVE_UNSCANNED: 'no' })
  const giver = await strict.giver()
  const id = await giver.whole(strict.target, 'a.jpg', sample('photo.jpg'))
  const [variant] = await strict.prepare(id)
  expect(await linksFor(strict.host, 'host', [id], strict)).toMatchObject({ links: [] })
  const path = `/files/${id}/${variant?.digest}/${variant?.variant}.jpg`
  expect((await get(path, {}, 'GET', strict)).status).toBe(404)
}, 60_000)

test('files may come from an origin of their own, which pages are allowed to show', async () => {
  await using cdn = await openFileWorld({
    FILES_URL: 'https://files.example.org/',
    PUBLIC_URL: 'https://w.example.org',
  })
  const giver = await cdn.giver()
  const id = await giver.whole(cdn.target, 'a.jpg', sample('photo.jpg'))
  await cdn.prepare(id)
  const address = await fullOf(id, cdn)
  expect(address).toMatch(/^https:\/\/files\.example\.org\/files\//)
  const { pathname, search } = new URL(address)
  const response = await get(pathname + search, {}, 'GET', cdn)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': 'https://w.example.org',
    'cache-control': expect.stringMatching(/^public, max-age=\d+, immutable$/),
  })
  const policy = (await fetch(`${cdn.world.server.url}/healthz`)).headers.get('content-security-policy')
  expect(policy).toContain("img-src 'self' https: data: https://files.example.org;")
  expect(policy).toContain("media-src 'self' https://files.example.org;")
}, 60_000)

test('what is deleted is forgotten by the cache in front, too, as soon as that answers', async () => {
  const purged: string[] = []
  let status = 503
  const cache = createServer(({ method, url }, response) => {
    if (method === 'PURGE' && status === 200) purged.push(url ?? '')
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => cache.listen(0, '127.0.0.1', resolve))
  const { port } = cache.address() as AddressInfo
  await using cdn = await openFileWorld({ FILES_PURGE_URL: `http://127.0.0.1:${port}` })
  try {
    const giver = await cdn.giver()
    const id = await giver.whole(cdn.target, 'a.jpg', sample('photo.jpg'))
    const [thumb] = await cdn.prepare(id)
    const address = await fullOf(id, cdn)
    await giver.trpc.files.remove.mutate({ fileId: id })
    const rows = () => cdn.world.database.db.prisma.file.count({ where: { id } })
    expect([await rows(), (await cdn.keys()).length, (await get(address, {}, 'GET', cdn)).status]).toEqual([1, 0, 410])
    status = 200
    await cdn.worker.internal.expireFiles.mutate({})
    expect(await rows()).toBe(0)
    expect(purged).toContain(address)
    expect(purged).toContain(`/files/${id}/${thumb?.digest}/thumb.jpg`)
  } finally {
    cache.close()
  }
}, 60_000)

test('all files of a step come as one, in order, under names that differ', async () => {
  await using zipped = await openFileWorld()
  const giver = await zipped.giver()
  for (const name of ['a.jpg', 'A.JPG', '../a.jpeg', 'b.wav']) {
    const id = await giver.whole(zipped.target, name, name.endsWith('wav') ? bytes : sample('photo.jpg'))
    await zipped.prepare(id)
  }
  await giver.whole(zipped.target, 'not ready.jpg', sample('photo.jpg'))
  const of = { sessionId: zipped.target.session, nodeId: 'photos' }
  const { url } = await zipped.host.trpc.files.archive.query(of)
  const response = await get(url, {}, 'GET', zipped)
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="humuus-photos\.zip"/)
  const zip = Buffer.from(await response.arrayBuffer())
  const names = namesIn(zip)
  expect(names).toEqual(['a.jpg', 'A (2).jpg', 'a (3).jpg', 'b.wav'])
  expect(zip.includes(bytes)).toBe(true)
  expect(await giver.trpc.files.archive.query(of).catch((error) => error.data.rejection.code)).toBe('not_allowed')
  expect((await get(url.replace(/sig=./, 'sig=_'), {}, 'GET', zipped)).status).toBe(403)
}, 60_000)

/** Names in the directory at the end of a zip. */
function namesIn(zip: Buffer): string[] {
  const names: string[] = []
  for (let at = zip.indexOf('PK\u0001\u0002'); at !== -1; at = zip.indexOf('PK\u0001\u0002', at + 4))
    names.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)))
  return names
}
