import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { incomingKey } from '@humuus/files'
import { eicar, findClamd } from '@humuus/files/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { openClamd } from '../scan/clamd.ts'
import { serverClient } from '../server-client.ts'
import { logLines } from '../testing/log-lines.ts'
import { openPlace } from '../testing/place.ts'
import { standInServer } from '../testing/stand-in-server.ts'
import { onFileScan } from './file-scan.ts'

const secret = 'a secret of more than thirty-two characters'
const clamd = await findClamd({ longest: 2_000_000 })

if ('missing' in clamd) test('the scan of a file', ({ skip }) => skip(clamd.missing))
else
  describe('the scan of a file', () => {
    const found = clamd
    afterAll(() => clamd[Symbol.asyncDispose]())

    async function openWorld(port = found.port) {
      const place = await openPlace()
      const server = await standInServer(secret)
      const journal = logLines()
      const scan = onFileScan({
        server: serverClient({ url: server.url, secret }),
        storage: async () => place.storage,
        scanner: openClamd({ host: '127.0.0.1', port }),
        log: journal.log,
      })
      return {
        ...{ place, server, journal },
        scan: (fileId: string, isLast = false) => scan({ fileId }, { isLast }),
        receive: async (bytes: Buffer, size = bytes.length) => {
          const fileId = server.receive({ kind: 'picture', ext: 'jpg', size, state: 'scanning' })
          await place.bring(fileId, bytes)
          return fileId
        },
        [Symbol.asyncDispose]: async () => {
          await server[Symbol.asyncDispose]()
          await place[Symbol.asyncDispose]()
          for (const word of ['Ann', secret]) expect(journal.text()).not.toContain(word)
        },
      }
    }
    test('a clean file is told to the server, with its digest', async () => {
      await using world = await openWorld()
      const bytes = randomBytes(300_000)
      const fileId = await world.receive(bytes)
      await world.scan(fileId)
      const digest = createHash('sha256').update(bytes).digest('hex')
      expect(world.server.fileNews).toEqual([{ fileId, news: 'scanned', outcome: 'clean', digest, words: undefined }])
      expect(await world.place.keys()).toEqual([incomingKey(fileId)])
    })

    test('an infected one, with what was found', async () => {
      await using world = await openWorld()
      const fileId = await world.receive(Buffer.from(eicar))
      await world.scan(fileId)
      const words = 'Eicar-Test-Signature.UNOFFICIAL'
      expect(world.server.fileNews).toMatchObject([{ fileId, outcome: 'infected', words }])
      expect(world.journal.lines).toMatchObject([
        { level: 40, msg: 'file scanned', fileId, outcome: 'infected', words },
      ])
    })

    test('one that is scanned, gone or unknown is done', async () => {
      await using world = await openWorld()
      const fileId = await world.receive(Buffer.from('x'))
      await world.scan(fileId)
      await world.scan(fileId)
      await world.scan(randomUUID())
      expect(world.server.fileNews).toHaveLength(1)
    })

    test('one that the scanner will never take has failed at once', async () => {
      await using world = await openWorld()
      const fileId = await world.receive(randomBytes(2_500_000))
      await world.scan(fileId)
      expect(world.server.fileNews).toMatchObject([
        { fileId, outcome: 'failed', words: expect.stringContaining('Max') },
      ])
    })

    test('one that lost bytes on its way is not clean', async () => {
      await using world = await openWorld()
      const fileId = await world.receive(Buffer.from('four'), 5)
      await world.scan(fileId)
      expect(world.server.fileNews).toMatchObject([{ outcome: 'failed', words: '4 of 5 bytes are there' }])
    })

    test('without the scanner nothing is said, and it is tried again; after the last attempt it has failed', async () => {
      await using world = await openWorld(1)
      const fileId = await world.receive(Buffer.from('x'))
      await expect(world.scan(fileId)).rejects.toThrow('clamd cannot be asked: connect ECONNREFUSED')
      expect(world.server.fileNews).toEqual([])
      await world.scan(fileId, true)
      expect(world.server.fileNews).toMatchObject([
        { outcome: 'failed', words: expect.stringContaining('ECONNREFUSED') },
      ])
    })

    test('a server that did not hear it is told again', async () => {
      await using world = await openWorld()
      const fileId = await world.receive(Buffer.from('x'))
      world.server.isDeaf = true
      await expect(world.scan(fileId)).rejects.toThrow('unavailable')
      world.server.isDeaf = false
      await world.scan(fileId)
      expect(world.server.fileNews).toMatchObject([{ fileId, outcome: 'clean' }])
    })
  })
