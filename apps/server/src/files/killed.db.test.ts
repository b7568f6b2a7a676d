import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { incomingKey, variantKey } from '@humuus/files'
import { expect, test } from 'vitest'
import { workerHeader } from '../identity/worker-secret.ts'
import { type FileWorld, openFileWorld } from '../testing/file-world.ts'
import { serverProcess } from '../testing/server-process.ts'
import { aRecording, uploader } from '../testing/uploader.ts'
import { visitor } from '../testing/visitor.ts'

const old = new Date(Date.now() - 86_400_000)

/** Files whose time is over, with their bytes. */
async function manyOverdue(place: FileWorld, count: number): Promise<void> {
  const made = Array.from({ length: count }, () => randomUUID())
  const form = { variant: 'full', type: 'image/jpeg', size: 3, digest: 'a'.repeat(64) }
  for (const id of made) {
    const key = variantKey(id, 'full', 'jpg')
    await place.storage.write(key, Readable.from([Buffer.from('abc')]), { type: 'image/jpeg' })
  }
  await place.world.database.db.prisma.file.createMany({
    data: made.map((id) => ({
      ...{ id, ownerId: randomUUID(), purpose: 'answer', name: 'a.jpg', kind: 'picture', type: 'image/jpeg', size: 3 },
      ...{ state: 'clean', finishedAt: old, preparedAt: old, expiresAt: old },
      variants: [{ ...form, key: variantKey(id, 'full', 'jpg') }],
    })),
  })
}

test('servers that are killed while they delete leave no bytes without a row, and the next one ends it', async () => {
  await using place = await openFileWorld()
  const { prisma } = place.world.database.db
  await manyOverdue(place, 240)
  for (const afterMs of [15, 40, 90]) {
    await using doomed = await serverProcess(place.world.database.url, { FILES_DIR: place.world.filesDir })
    const worker = visitor(doomed.url, { [workerHeader]: 'b'.repeat(32) })
    const run = worker.internal.expireFiles.mutate({ limit: 100 }).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    await doomed.die()
    await run
    const rows = new Set((await prisma.file.findMany({ select: { id: true } })).map(({ id }) => id))
    const ownerless = (await place.keys()).filter((key) => !rows.has(key.split('/')[0] ?? ''))
    expect(ownerless).toEqual([])
  }
  // The database may take a moment to notice that the last of them is dead, and until then its rows are passed over.
  const endIt = async () => {
    for (let more = true; more; ) more = (await place.worker.internal.expireFiles.mutate({ limit: 100 })).more
    return prisma.file.count()
  }
  await expect.poll(endIt, { timeout: 30_000, interval: 200 }).toBe(0)
  expect(await place.keys()).toEqual([])
}, 120_000)

test('an upload to a server that is killed goes on at the next one, soon, where it was', async () => {
  await using place = await openFileWorld()
  const env = { FILES_DIR: place.world.filesDir }
  const doomed = await serverProcess(place.world.database.url, env)
  const ann = await place.giver()
  const there = uploader(doomed.url, ann.token)
  const bytes = aRecording(8_000_000)
  const { id, status } = await there.begin(place.target, { size: bytes.length })
  expect(status).toBe(201)
  const sending = there.send(id, bytes, { cutAfter: 7_000_000 }).catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, 40))
  await doomed.die()
  await sending
  const before = performance.now()
  const offset = (await ann.offset(id)) ?? -1
  expect(offset).toBeGreaterThanOrEqual(0)
  expect((await ann.send(id, bytes, { offset }))?.status).toBe(204)
  // A lock of the dead is good for ten seconds.
  expect(performance.now() - before).toBeLessThan(25_000)
  const chunks = await (await place.storage.read(incomingKey(id))).toArray()
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
}, 120_000)
