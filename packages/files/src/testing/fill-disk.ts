import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Upload } from '@tus/utils'
import { openDiskStorage } from '../disk/disk-storage.ts'
import { StorageFull } from '../storage.ts'

// Writes more than there is room for into the folder it is given, and prints what became of it.
const dir = process.argv[2] ?? ''
const storage = await openDiskStorage({ dir })
const tooMuch = () => Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(65_536, 'x')))
const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error) => error,
  )

await storage.write('one/full.txt', Readable.from([Buffer.from('the first')]), { type: 'text/plain' })
const onWrite = await failure(storage.write('one/full.txt', tooMuch(), { type: 'text/plain' }))
const entries: { key: string }[] = await Readable.from(storage.list('')).toArray()
const write = {
  isFull: onWrite instanceof StorageFull,
  left: await text(await storage.read('one/full.txt')),
  keys: entries.map(({ key }) => key),
  unfinished: await readdir(join(dir, '.unfinished')),
}

const id = randomUUID()
await storage.uploads.create(new Upload({ id, size: 6_553_600, offset: 0 }))
const onUpload = await failure(storage.uploads.write(tooMuch(), id, 0))
const { offset } = await storage.uploads.getUpload(id)
const upload = {
  isFull: onUpload instanceof StorageFull,
  status: onUpload?.status_code,
  offset,
  rest: offset < 6_553_600 ? 'the rest fits once there is room' : 'it is all there',
}
console.log(JSON.stringify({ write, upload }))
