import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { securityHeaders } from './ops/security-headers.ts'
import { webFiles } from './web-files.ts'

const script = `export const words = "${'humus '.repeat(200)}"`
const page = `<!doctype html><title>${'humuus '.repeat(200)}</title>`

let folder: string
let app: FastifyInstance
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'humuus-'))
  await mkdir(join(folder, 'assets'))
  const files = { 'index.html': page, 'assets/a.js': script }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text)
    await writeFile(join(folder, `${name}.gz`), gzipSync(text))
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(text))
  }
  await writeFile(join(folder, 'assets/font.woff2'), 'a font')
  app = fastify()
  securityHeaders(app, { embedOrigins: [], filesUrl: undefined })
  await webFiles(app, folder)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers })

const unpacked = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  undefined: (body: Buffer) => body,
}

test.each([
  ['br, gzip, deflate', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['identity', undefined],
  [undefined, undefined],
] as const)('who accepts "%s" gets a file as %s, and caches know that it depends on that', async (accepted, way) => {
  for (const [url, text, type] of [
    ['/assets/a.js', script, /javascript; charset=utf-8$/],
    ['/', page, /^text\/html; charset=utf-8$/],
  ] as const) {
    const { headers, rawPayload } = await get(url, accepted === undefined ? {} : { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(way)
    expect(String(unpacked[`${way}`](rawPayload))).toBe(text)
    expect(headers['content-length']).toBe(String(rawPayload.length))
    expect(headers.vary).toMatch(/accept-encoding/i)
    expect(headers['content-type']).toMatch(type)
  }
})

test('every address of a page is the page, compressed, and looked after anew each time', async () => {
  const { statusCode, headers, rawPayload } = await get('/s/123456', { accept: 'text/html', 'accept-encoding': 'br' })
  expect([statusCode, headers['content-encoding'], headers['cache-control']]).toEqual([200, 'br', 'no-cache'])
  expect(String(brotliDecompressSync(rawPayload))).toBe(page)
})

test('hashed assets are kept for a year, in each of their forms', async () => {
  for (const accepted of ['br', 'gzip', 'identity']) {
    const { headers } = await get('/assets/a.js', { 'accept-encoding': accepted })
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  }
})

test('each form has a tag of its own, and who has it already gets nothing', async () => {
  const tags = new Set<string>()
  for (const accepted of ['br', 'gzip', 'identity']) {
    const { headers } = await get('/', { 'accept-encoding': accepted })
    const tag = String(headers.etag)
    tags.add(tag)
    const again = await get('/', { 'accept-encoding': accepted, 'if-none-match': tag })
    expect([again.statusCode, again.rawPayload.length, again.headers.etag]).toEqual([304, 0, tag])
    expect(again.headers.vary).toMatch(/accept-encoding/i)
  }
  expect(tags.size).toBe(3)
})

test('HEAD says what GET would, without it', async () => {
  const asked = { 'accept-encoding': 'br' }
  const [got, head] = [await get('/assets/a.js', asked), await get('/assets/a.js', asked, 'HEAD')]
  const { date: _got, 'x-request-id': _id, ...ofGet } = got.headers
  const { date: _head, 'x-request-id': _other, ...ofHead } = head.headers
  expect([head.statusCode, head.rawPayload.length]).toEqual([200, 0])
  expect(ofHead).toEqual(ofGet)
})

test('a part of a file is a part of the form that was chosen', async () => {
  const plain = await get('/assets/a.js', { range: 'bytes=0-4' })
  expect([plain.statusCode, plain.payload]).toEqual([206, script.slice(0, 5)])
  expect(plain.headers['content-range']).toBe(`bytes 0-4/${script.length}`)
  const whole = brotliCompressSync(script)
  const part = await get('/assets/a.js', { range: 'bytes=0-4', 'accept-encoding': 'br' })
  expect([part.statusCode, part.headers['content-encoding']]).toEqual([206, 'br'])
  expect(part.rawPayload.equals(whole.subarray(0, 5))).toBe(true)
  expect((await get('/assets/a.js', { range: 'bytes=99999-' })).statusCode).toBe(416)
})

test('what has no compressed form is sent as it is', async () => {
  const { headers, payload } = await get('/assets/font.woff2', { 'accept-encoding': 'br, gzip' })
  expect([headers['content-encoding'], payload, headers['content-type']]).toEqual([undefined, 'a font', 'font/woff2'])
})

test('every form comes with the headers that keep our pages safe', async () => {
  for (const accepted of ['br', 'gzip', 'identity']) {
    const { headers } = await get('/', { 'accept-encoding': accepted })
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})

test('what is not there is nowhere, compressed or not', async () => {
  const { statusCode, headers, payload } = await get('/assets/b.js', { 'accept-encoding': 'br' })
  expect([statusCode, headers['content-encoding']]).toEqual([404, undefined])
  expect(JSON.parse(payload)).toHaveProperty('error')
})
