import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { eicar, findClamd } from '@humuus/files/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { readClamavUrl } from './clamav-address.ts'
import { openClamd, type ScannerOptions } from './clamd.ts'

const megabyte = 1_000_000

async function* pieces(bytes: Buffer, size = 65_536): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const scannerAt = (url: string, options?: ScannerOptions) => {
  const address = readClamavUrl(url)
  if (address === null) throw new Error(`${url} is nowhere`)
  return openClamd(address, options)
}

const scan = (url: string, open: () => AsyncIterable<Uint8Array>, options?: ScannerOptions) =>
  scannerAt(url, options).scan(async () => open())

const clamd = await findClamd({ longest: 3 * megabyte })

if ('missing' in clamd) test('the scanner', ({ skip }) => skip(clamd.missing))
else
  describe('the scanner', () => {
    afterAll(() => clamd[Symbol.asyncDispose]())

    test.each([0, 1, 65_536, 2 * megabyte])('%d harmless bytes are clean', async (size) => {
      expect(await scan(clamd.url, () => pieces(randomBytes(size)))).toEqual({ is: 'clean' })
    })

    test('a virus is found, alone, at the end of something long and however it is cut, over either kind of socket', async () => {
      const found = { is: 'infected', signature: 'Eicar-Test-Signature.UNOFFICIAL' }
      const long = Buffer.concat([randomBytes(megabyte), Buffer.from(eicar)])
      for (const url of [clamd.url, clamd.socketUrl]) {
        expect(await scan(url, () => pieces(Buffer.from(eicar)))).toEqual(found)
        expect(await scan(url, () => pieces(Buffer.from(eicar), 1))).toEqual(found)
        expect(await scan(url, () => pieces(long))).toEqual(found)
      }
    })

    test('what is longer than it takes is told apart from what is clean', async () => {
      const words = 'it is larger than clamd’s StreamMaxLength'
      for (const size of [3 * megabyte + 1, 20 * megabyte]) {
        const verdict = await scan(clamd.url, () => pieces(randomBytes(size)))
        expect(verdict).toEqual({ is: 'unscannable', words })
      }
    })

    test('many at once each get their own answer', async () => {
      const scanner = scannerAt(clamd.url)
      const bodies = Array.from({ length: 24 }, (_, n) => (n % 3 === 0 ? Buffer.from(eicar) : randomBytes(200_000)))
      const verdicts = await Promise.all(bodies.map((bytes) => scanner.scan(async () => pieces(bytes))))
      expect(verdicts.map(({ is }) => is)).toEqual(bodies.map((_, n) => (n % 3 === 0 ? 'infected' : 'clean')))
    })

    test('bytes that break off are no file: what reading them said is thrown', async () => {
      const broken = async function* () {
        yield randomBytes(100_000)
        throw new Error('the disk is gone')
      }
      await expect(scan(clamd.url, () => broken())).rejects.toThrow('the disk is gone')
      expect(await scan(clamd.url, () => pieces(Buffer.from('x')))).toEqual({ is: 'clean' })
    })

    test('one that dies in the middle says so, and its successor answers', async () => {
      await using mortal = await started()
      let sent = 0
      const slow = async function* () {
        for (; sent < 200; sent += 1) {
          if (sent === 5) await mortal.kill()
          yield randomBytes(10_000)
        }
      }
      await expect(scan(mortal.url, () => slow())).rejects.toThrow(/^clamd (cannot be asked|ended the conversation)/)
      expect(sent).toBeLessThan(200)
      await expect(scan(mortal.url, () => pieces(randomBytes(10)))).rejects.toThrow('clamd cannot be asked')
      await using next = await started(mortal.port)
      expect(await scan(next.url, () => pieces(Buffer.from(eicar)))).toMatchObject({ is: 'infected' })
    })

    async function started(port?: number) {
      const found = await findClamd(port === undefined ? {} : { port })
      if ('missing' in found) throw new Error(found.missing)
      return found
    }
  })

describe('a scanner that does not do its part', () => {
  /** Somebody else who listens there. */
  async function listener(onConnect: Parameters<typeof createServer>[1]) {
    const server = createServer(onConnect).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    return { url: `tcp://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void server.close() }
  }

  test('is away', async () => {
    await expect(scan('tcp://127.0.0.1:1', () => pieces(Buffer.from('x')))).rejects.toThrow('ECONNREFUSED')
    await expect(scan('unix:/nowhere/clamd', () => pieces(Buffer.from('x')))).rejects.toThrow('ENOENT')
  })

  test('is silent', async () => {
    await using silent = await listener((socket) => socket.resume().on('error', () => undefined))
    const attempt = scan(silent.url, () => pieces(Buffer.from('x')), { silenceMs: 100 })
    await expect(attempt).rejects.toThrow('clamd cannot be asked: says nothing')
  })

  test('takes for ever', async () => {
    await using slow = await listener((socket) => {
      const talking = setInterval(() => socket.write('.'), 20)
      socket
        .resume()
        .on('error', () => undefined)
        .on('close', () => clearInterval(talking))
    })
    const attempt = scan(slow.url, () => pieces(Buffer.from('x')), { withinMs: 200 })
    await expect(attempt).rejects.toThrow('clamd cannot be asked: takes too long')
  })

  test.each(['stream: Can’t allocate memory ERROR\0', 'HTTP/1.1 400 Bad Request\r\n\0', 'stream: OKAY\0', '\0'])(
    'says %j',
    async (words) => {
      await using other = await listener((socket) => socket.on('error', () => undefined).end(words))
      await expect(scan(other.url, () => pieces(Buffer.from('x')))).rejects.toThrow(/^clamd answers: /)
    },
  )

  test('hangs up', async () => {
    await using rude = await listener((socket) => socket.on('error', () => undefined).end())
    await expect(scan(rude.url, () => pieces(Buffer.from('x')))).rejects.toThrow('clamd ended the conversation')
  })
})
