import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { incomingKey, variantKey } from './file-key.ts'
import { BadKey, FileMissing, type FileStorage } from './storage.ts'
import { tusServer } from './testing/tus.ts'

const body = (content: string | Buffer) => Readable.from([Buffer.from(content)])
const pieces = (bytes: Buffer, size = 65_536) => {
  const all = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size))
  return Readable.from(all)
}
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const about = { type: 'text/plain' }

const outside = [
  ...['../secret', 'a/../../secret', '/etc/passwd', 'a//b', 'a/./b', '.unfinished/x', '.uploads/x', 'a/.hidden', ''],
  ...['a\\..\\b', 'a/b/', '%2e%2e/secret', 'a\0b', 'a/b c', 'ä', 'x'.repeat(300), 'a/b.c.d', 'C:/x', 'a/..'],
]

/** What every storage does, wherever the bytes are. */
export function storageContract(
  where: string,
  openPlace: () => Promise<{ storage: FileStorage } & AsyncDisposable>,
): void {
  const listed = (storage: FileStorage, prefix: string) => Readable.from(storage.list(prefix)).toArray()
  const keysOf = async (storage: FileStorage, prefix: string) =>
    (await listed(storage, prefix)).map(({ key }: { key: string }) => key).sort()

  describe(`files ${where}`, () => {
    test('what is written is read again, whole or in part', async () => {
      await using place = await openPlace()
      const { storage } = place
      const key = variantKey(randomUUID(), 'full', 'txt')
      expect(await storage.write(key, body('0123456789'), about)).toEqual({ size: 10 })
      const part = async (start: number, end: number) => text(await storage.read(key, { start, end }))
      expect(await text(await storage.read(key))).toBe('0123456789')
      expect([await part(0, 0), await part(3, 5), await part(9, 9)]).toEqual(['0', '345', '9'])
      expect([await part(7, 99), await part(10, 12), await part(500, 501)]).toEqual(['789', '', ''])
      const found = await storage.stat(key)
      expect(found?.size).toBe(10)
      expect(Math.abs((found?.modifiedAt ?? 0) - Date.now())).toBeLessThan(60_000)
    })

    test('a file may be empty, or larger than a piece that is sent at once', async () => {
      await using place = await openPlace()
      const { storage } = place
      await storage.write('empty/full.txt', Readable.from([]), { ...about, size: 0 })
      expect(await storage.stat('empty/full.txt')).toMatchObject({ size: 0 })
      expect(await text(await storage.read('empty/full.txt'))).toBe('')
      const large = randomBytes(12 * 1024 * 1024 + 7)
      expect(await storage.write('large/full.bin', pieces(large), about)).toEqual({ size: large.length })
      expect(digest(await buffer(await storage.read('large/full.bin')))).toBe(digest(large))
      const start = 6 * 1024 * 1024 - 2
      expect(await buffer(await storage.read('large/full.bin', { start, end: start + 3 }))).toEqual(
        large.subarray(start, start + 4),
      )
    })

    test('what is not there is missing', async () => {
      await using place = await openPlace()
      const { storage } = place
      await storage.write('some/full.txt', body('x'), about)
      for (const key of ['other/full.txt', 'some/thumb.txt', 'some', 'some/full.txt/more']) {
        await expect(storage.read(key)).rejects.toThrow(FileMissing)
        expect(await storage.stat(key)).toBeNull()
      }
      await storage.remove(['other/full.txt', 'some/thumb.txt'])
      expect(await keysOf(storage, '')).toEqual(['some/full.txt'])
    })

    test('writing again replaces it, whole', async () => {
      await using place = await openPlace()
      const { storage } = place
      await storage.write('one/full.txt', body('a long first one'), about)
      await storage.write('one/full.txt', body('second'), about)
      expect(await text(await storage.read('one/full.txt'))).toBe('second')
      expect(await keysOf(storage, 'one/')).toEqual(['one/full.txt'])
    })

    test('of many who write to one key at once one wins, whole', async () => {
      await using place = await openPlace()
      const { storage } = place
      const bodies = Array.from({ length: 8 }, () => randomBytes(300_000))
      await Promise.all(bodies.map((bytes) => storage.write('one/full.bin', pieces(bytes, 10_000), about)))
      const left = digest(await buffer(await storage.read('one/full.bin')))
      expect(bodies.map(digest)).toContain(left)
      expect(await keysOf(storage, '')).toEqual(['one/full.bin'])
    })

    test.each([20_000, 11 * 1024 * 1024])(
      'a body that breaks off after %d bytes leaves what was there before',
      async (size) => {
        await using place = await openPlace()
        const { storage } = place
        await storage.write('one/full.txt', body('the first'), about)
        const broken = async function* () {
          yield* pieces(randomBytes(size))
          throw new Error('the line is cut')
        }
        await expect(storage.write('one/full.txt', Readable.from(broken()), about)).rejects.toThrow('the line is cut')
        await expect(storage.write('new/full.txt', Readable.from(broken()), about)).rejects.toThrow('the line is cut')
        expect(await text(await storage.read('one/full.txt'))).toBe('the first')
        expect(await keysOf(storage, '')).toEqual(['one/full.txt'])
      },
    )

    test('a body that is not as long as was said is not kept', async () => {
      await using place = await openPlace()
      const { storage } = place
      for (const size of [3, 5])
        await expect(storage.write('one/full.txt', body('four'), { ...about, size })).rejects.toThrow('had 4')
      expect(await keysOf(storage, '')).toEqual([])
    })

    test('what is removed is gone, and its neighbours stay; removing again is fine', async () => {
      await using place = await openPlace()
      const { storage } = place
      const keys = ['one/full.txt', 'one/thumb.webp', 'two/full.txt']
      for (const key of keys) await storage.write(key, body('x'), about)
      for (const _ of [1, 2]) await storage.remove(['one/full.txt'])
      expect(await keysOf(storage, '')).toEqual(['one/thumb.webp', 'two/full.txt'])
      await storage.remove(keys)
      expect(await keysOf(storage, '')).toEqual([])
      await storage.write('one/full.txt', body('again'), about)
      expect(await text(await storage.read('one/full.txt'))).toBe('again')
    })

    test('writing and removing side by side loses nothing that was written last', async () => {
      await using place = await openPlace()
      const { storage } = place
      const busy = Array.from({ length: 30 }, async (_, n) => {
        await storage.write(`one/part-${n}.txt`, body('x'), about)
        if (n % 2 === 0) await storage.remove([`one/part-${n}.txt`])
      })
      await Promise.all(busy)
      expect(await keysOf(storage, 'one/')).toHaveLength(15)
    })

    test('a listing holds what begins with a prefix, with sizes', async () => {
      await using place = await openPlace()
      const { storage } = place
      const keys = ['ab/full.txt', 'abc/full.txt', 'abc/thumb.webp', 'quarantine/x', 'b/full.txt']
      for (const key of keys) await storage.write(key, body('four'), about)
      expect(await keysOf(storage, '')).toEqual(keys.toSorted())
      expect(await keysOf(storage, 'abc/')).toEqual(['abc/full.txt', 'abc/thumb.webp'])
      expect(await keysOf(storage, 'ab')).toEqual(['ab/full.txt', 'abc/full.txt', 'abc/thumb.webp'])
      expect(await keysOf(storage, 'quarantine/')).toEqual(['quarantine/x'])
      expect(await keysOf(storage, 'nothing/')).toEqual([])
      const [one] = await listed(storage, 'ab/')
      expect(one).toMatchObject({ key: 'ab/full.txt', size: 4 })
      expect(Math.abs((one?.modifiedAt ?? 0) - Date.now())).toBeLessThan(60_000)
    })

    test.each(outside)('the key %j leads nowhere', async (key) => {
      await using place = await openPlace()
      const { storage } = place
      await expect(storage.write(key, body('x'), about)).rejects.toThrow(BadKey)
      await expect(storage.read(key)).rejects.toThrow(FileMissing)
      expect(await storage.stat(key)).toBeNull()
      await storage.remove([key])
      expect(await keysOf(storage, '')).toEqual([])
    })

    test('a reader who goes away early leaves nothing open', async () => {
      await using place = await openPlace()
      const { storage } = place
      await storage.write('large/full.bin', pieces(randomBytes(3_000_000)), about)
      for (let n = 0; n < 60; n += 1) {
        const stream = await storage.read('large/full.bin')
        for await (const _ of stream) break
        expect(stream.destroyed).toBe(true)
      }
      expect(await storage.stat('large/full.bin')).toMatchObject({ size: 3_000_000 })
    })

    test('it can be checked', async () => {
      await using place = await openPlace()
      await place.storage.check()
      expect(await keysOf(place.storage, '')).toEqual([])
    })
  })

  describe(`uploads ${where}`, () => {
    async function openWorld() {
      const place = await openPlace()
      const tus = await tusServer(place.storage)
      return {
        tus,
        storage: place.storage,
        [Symbol.asyncDispose]: async () => {
          await tus[Symbol.asyncDispose]()
          await place[Symbol.asyncDispose]()
        },
      }
    }
    const whole = async (storage: FileStorage, id: string) => digest(await buffer(await storage.read(incomingKey(id))))

    test.each([0, 1, 700_000, 11_000_000])('%d bytes arrive', async (size) => {
      await using world = await openWorld()
      const [id, bytes] = [randomUUID(), randomBytes(size)]
      expect(await world.tus.begin(id, size)).toBe(201)
      if (size > 0) expect(await world.tus.send(id, 0, bytes)).toBe(204)
      expect(await world.tus.offset(id)).toBe(size)
      expect(await whole(world.storage, id)).toBe(digest(bytes))
      expect(await world.storage.stat(incomingKey(id))).toMatchObject({ size })
      expect(await keysOf(world.storage, '')).toEqual([incomingKey(id)])
    })

    test('what was cut at every tenth goes on where it was', { timeout: 60_000 }, async () => {
      await using world = await openWorld()
      const [id, bytes] = [randomUUID(), randomBytes(12_345_678)]
      await world.tus.begin(id, bytes.length)
      for (let tenth = 1; tenth <= 9; tenth += 1) {
        const offset = (await world.tus.offset(id)) ?? 0
        const upTo = Math.floor((bytes.length * tenth) / 10)
        expect(await world.tus.send(id, offset, bytes.subarray(offset), upTo - offset)).toBeNull()
        const reached = await settled(() => world.tus.offset(id))
        expect(reached).toBeGreaterThanOrEqual(offset)
        expect(reached).toBeLessThanOrEqual(upTo)
      }
      const offset = (await world.tus.offset(id)) ?? 0
      expect(offset).toBeGreaterThan(bytes.length / 2)
      expect(await world.tus.send(id, offset, bytes.subarray(offset))).toBe(204)
      expect(await whole(world.storage, id)).toBe(digest(bytes))
    })

    test('a wrong offset is refused, and nothing is changed by it', async () => {
      await using world = await openWorld()
      const [id, bytes] = [randomUUID(), randomBytes(500_000)]
      await world.tus.begin(id, bytes.length)
      await world.tus.send(id, 0, bytes.subarray(0, 200_000))
      for (const wrong of [0, 199_999, 200_001, 400_000])
        expect(await world.tus.send(id, wrong, bytes.subarray(wrong, wrong + 1_000))).toBe(409)
      expect(await world.tus.send(id, 200_000, bytes.subarray(200_000))).toBe(204)
      expect(await whole(world.storage, id)).toBe(digest(bytes))
    })

    test('of two who go on with it at once one does; the file is whole', async () => {
      await using world = await openWorld()
      const [id, bytes] = [randomUUID(), randomBytes(2_000_000)]
      await world.tus.begin(id, bytes.length)
      await world.tus.send(id, 0, bytes.subarray(0, 500_000))
      const goOn = () => world.tus.send(id, 500_000, bytes.subarray(500_000)).catch(() => null)
      await Promise.all([goOn(), goOn()])
      const offset = (await settled(() => world.tus.offset(id))) ?? 0
      if (offset < bytes.length) expect(await world.tus.send(id, offset, bytes.subarray(offset))).toBe(204)
      expect(await whole(world.storage, id)).toBe(digest(bytes))
    })

    test('an upload that was begun is one entry, and removed with all that belongs to it', async () => {
      await using world = await openWorld()
      const [begun, half, done] = [randomUUID(), randomUUID(), randomUUID()]
      for (const id of [begun, half, done]) await world.tus.begin(id, 6_000_000)
      await world.tus.send(half, 0, randomBytes(5_500_000))
      await world.tus.send(done, 0, randomBytes(6_000_000))
      const keys = [begun, half, done].map(incomingKey)
      expect(await keysOf(world.storage, 'incoming/')).toEqual(keys.toSorted())
      await world.storage.remove(keys)
      expect(await keysOf(world.storage, '')).toEqual([])
      for (const id of [begun, half, done]) expect(await world.tus.offset(id)).toBeNull()
    })

    test('tus can end it, too', async () => {
      await using world = await openWorld()
      const id = randomUUID()
      await world.tus.begin(id, 1_000)
      await world.tus.send(id, 0, randomBytes(100))
      expect(await world.tus.remove(id)).toBe(204)
      await world.storage.remove([incomingKey(id)])
      expect(await world.tus.offset(id)).toBeNull()
      expect(await keysOf(world.storage, '')).toEqual([])
    })
  })
}

/** The offset once it stands still: what was cut may still be on its way to the disk. */
async function settled(offset: () => Promise<number | null>): Promise<number | null> {
  for (let before = await offset(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const now = await offset()
    if (now === before) return now
    before = now
  }
}
