import { sample } from '@humuus/files/testing'
import { openQueues } from '@humuus/jobs'
import { expect, test } from 'vitest'
import { openFileWorld } from '../testing/file-world.ts'
import { workerProcess } from '../testing/worker-process.ts'

test('with a worker a photo is prepared without its place, shown, and deleted when its time is over', async () => {
  const clock = { now: Date.now() }
  await using place = await openFileWorld({ TOKEN_DAYS: 5_000 }, () => clock.now)
  const { url } = place.world.server
  const env = { DATABASE_URL: place.world.database.url, FILES_DIR: place.world.filesDir, SERVER_URL: url }
  await using worker = await workerProcess(env)
  const ann = await place.giver()
  const photo = sample('photo.jpg')
  expect(photo.includes('secret-place')).toBe(true)
  const id = await ann.whole(place.target, 'photo.jpg', photo)
  const broken = await ann.whole(
    place.target,
    'broken.jpg',
    Buffer.concat([photo.subarray(0, 700), photo.subarray(-2)]),
  )
  const links = () => ann.trpc.files.links.query({ sessionId: place.target.session, role: 'participant', ids: [id] })
  await expect.poll(async () => (await links()).links.length, { timeout: 40_000, interval: 200 }).toBe(1)
  const [link] = (await links()).links
  for (const address of [link?.thumb, link?.screen, link?.full]) {
    const response = await fetch(`${url}${address}`)
    expect(response.headers.get('content-type')).toMatch(/^image\/(jpeg|webp)$/)
    expect(Buffer.from(await response.arrayBuffer()).includes('secret-place')).toBe(false)
  }
  expect((await place.keys()).filter((key) => key.startsWith('incoming/') && key.endsWith(id))).toEqual([])
  const mine = () => ann.trpc.files.mine.query({ sessionId: place.target.session })
  const stateOf = async (fileId: string) => (await mine()).find((file) => file.id === fileId)?.trouble?.code
  await expect.poll(() => stateOf(broken), { timeout: 20_000, interval: 200 }).toBe('file_unreadable')
  await place.hosted.command({ type: 'end' })
  clock.now += 91 * 86_400_000
  await using queues = openQueues({ databaseUrl: place.world.database.url }, { onError: () => {} })
  await queues.expiry.schedule({})
  await expect.poll(() => place.keys(), { timeout: 20_000, interval: 200 }).toEqual([])
  expect(await place.world.database.db.prisma.file.count()).toBe(0)
  expect(worker.said()).not.toContain('photo.jpg')
}, 120_000)
