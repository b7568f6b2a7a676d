import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { type SampleName, sample, sampleFormat, sampleNames } from '@humuus/files/testing'
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { prepare } from './prepare.ts'
import type { PreparedVariant } from './prepared.ts'

// Decoding, and processes that begin, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 120_000 })

/** Prepares bytes in a folder of their own. */
async function prepared(bytes: Buffer, ext: string) {
  const folder = await mkdtemp(join(tmpdir(), 'humuus-prepare-'))
  const path = join(folder, `original.${ext}`)
  await writeFile(path, bytes)
  const result = await prepare({ path, ext, folder })
  const of = (variant: PreparedVariant['variant']) => {
    const found = result.ok ? result.variants.find((each) => each.variant === variant) : undefined
    if (found === undefined) throw new Error(`there is no ${variant}: ${JSON.stringify(result)}`)
    return found
  }
  return { result, of, folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}

const fromSample = (name: SampleName) => prepared(sample(name), sampleFormat(name))

/** Red, green, blue or another, at a place given in parts of the whole. */
async function colourAt(path: string, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
  const strongest = Math.max(red, green, blue)
  if (strongest < 120 || red + green + blue > strongest + 160) return `${red},${green},${blue}`
  return strongest === red ? 'red' : strongest === green ? 'green' : 'blue'
}

/** The picture of all samples, seen the right way up. */
async function expectUpright({ path }: PreparedVariant) {
  expect([await colourAt(path, 0.1, 0.1), await colourAt(path, 0.3, 0.7), await colourAt(path, 0.8, 0.3)]).toEqual([
    'green',
    'red',
    'blue',
  ])
}

const secrets = [
  'secret-place',
  'AnnPhone',
  'Kitchen',
  '48.13',
  'Exif',
  'XMP',
  'GPS',
  '\xa9xyz',
  'lavf',
  'Lavf',
  'x264',
]

describe('pictures', () => {
  test.each([
    ['photo.heic', 'jpeg'],
    ['drawing.png', 'png'],
    ['picture.webp', 'webp'],
    ['still.gif', 'png'],
  ] as const)('%s becomes a %s, a screen and a thumb', async (name, format) => {
    await using made = await fromSample(name)
    expect((await sharp(made.of('full').path).metadata()).format).toBe(format)
    for (const variant of ['full', 'screen', 'thumb'] as const) {
      expect(made.of(variant)).toMatchObject({ width: 64, height: 48 })
      await expectUpright(made.of(variant))
    }
    expect(made.of('screen')).toMatchObject({ type: 'image/webp', ext: 'webp' })
  })

  test('a photo taken sideways is turned, and not turned again by whoever shows it', async () => {
    await using made = await fromSample('photo.jpg')
    expect((await sharp(sample('photo.jpg')).metadata()).orientation).toBe(6)
    for (const variant of ['full', 'screen', 'thumb'] as const) {
      const { path, width, height } = made.of(variant)
      expect([width, height]).toEqual([48, 64])
      expect((await sharp(path).metadata()).orientation).toBeUndefined()
      // Turned by 90°: what was left is on top, and the corner is at the top right.
      expect([await colourAt(path, 0.9, 0.1), await colourAt(path, 0.3, 0.2), await colourAt(path, 0.3, 0.8)]).toEqual([
        'green',
        'red',
        'blue',
      ])
    }
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %d comes out upright', async (orientation) => {
    const upright = sharp(sample('drawing.png'))
    // The way back for each of the eight.
    const turn = { 1: 0, 2: 0, 3: 180, 4: 180, 5: 90, 6: 270, 7: 270, 8: 90 }[orientation] ?? 0
    const isMirrored = [2, 4, 5, 7].includes(orientation)
    const turned = await upright.rotate(turn).png().toBuffer()
    const pixels = isMirrored ? await sharp(turned).flop().png().toBuffer() : turned
    const photo = await sharp(pixels).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer()
    await using made = await prepared(photo, 'jpg')
    expect(made.of('full')).toMatchObject({ width: 64, height: 48 })
    await expectUpright(made.of('screen'))
  })

  test('large ones are made small for screen and thumb, small ones are not blown up', async () => {
    const large = await sharp({ create: { width: 4_000, height: 1_000, channels: 3, background: '#08f' } })
      .jpeg()
      .toBuffer()
    await using made = await prepared(large, 'jpg')
    expect(made.of('full')).toMatchObject({ width: 4_000, height: 1_000 })
    expect(made.of('screen')).toMatchObject({ width: 2_560, height: 640 })
    expect(made.of('thumb')).toMatchObject({ width: 480, height: 120 })
  })

  test('a moving picture moves on the screen, with the same pauses; its thumb stands still', async () => {
    await using made = await fromSample('moving.gif')
    for (const variant of ['full', 'screen'] as const) {
      const { pages, delay, format } = await sharp(made.of(variant).path, { animated: true }).metadata()
      expect({ pages, delay, format }).toEqual({ pages: 3, delay: [100, 200, 300], format: 'webp' })
      expect(made.of(variant)).toMatchObject({ width: 64, height: 48 })
    }
    expect((await sharp(made.of('thumb').path).metadata()).pages ?? 1).toBe(1)
    await expectUpright(made.of('thumb'))
  })

  test('one that is seen through stays so', async () => {
    const glass = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer()
    await using made = await prepared(glass, 'png')
    for (const variant of ['full', 'screen'] as const)
      expect((await sharp(made.of(variant).path).metadata()).hasAlpha).toBe(true)
  })
})

describe('nothing tells where and by whom it was made', () => {
  const told = sampleNames.filter((name) => !name.endsWith('.gif') && name !== 'paper.pdf')
  test.each(told)('%s', async (name) => {
    expect(secrets.some((word) => sample(name).includes(word, 0, 'latin1'))).toBe(true)
    await using made = await fromSample(name)
    if (!made.result.ok) throw new Error(made.result.code)
    for (const { path } of made.result.variants) {
      const bytes = await readFile(path)
      expect(secrets.filter((word) => bytes.includes(word, 0, 'latin1') && !inPictures(word, bytes))).toEqual([])
    }
  })
  /** The encoder's name is written into the pictures themselves, which are not touched. */
  const inPictures = (word: string, bytes: Buffer) => word === 'x264' && bytes.includes('x264 - core', 0, 'latin1')
})

describe('sound and film', () => {
  test.each([
    ['voice.mp3', 'audio/mpeg', 'mp3'],
    ['voice.wav', 'audio/wav', 'wav'],
    ['voice.m4a', 'audio/mp4', 'm4a'],
    ['voice.ogg', 'audio/ogg', 'ogg'],
    ['voice.opus.ogg', 'audio/ogg', 'ogg'],
    ['film.mp4', 'video/mp4', 'mp4'],
    ['film.mov', 'video/mp4', 'mp4'],
  ] as const)('%s is unwrapped and wrapped again, its sound and pictures untouched', async (name, type, ext) => {
    await using made = await fromSample(name)
    const full = made.of('full')
    expect(full).toMatchObject({ type, ext })
    expect(full.seconds).toBeCloseTo(name === 'voice.wav' ? 0.2 : 1, 0)
    expect(made.result.ok && made.result.variants).toHaveLength(1)
    const before = await packets(join(made.folder, `original.${sampleFormat(name)}`))
    expect(await packets(full.path)).toEqual(before)
    expect(before.flat().join('').length).toBeGreaterThan(1_000)
  })

  test('a film that was taken upright is shown upright', async () => {
    await using made = await fromSample('film.mov')
    expect(made.of('full')).toMatchObject({ width: 48, height: 64 })
    using film = new Input({ source: new FilePathSource(made.of('full').path), formats: ALL_FORMATS })
    expect(await (await film.getPrimaryVideoTrack())?.getRotation()).toBe(90)
  })

  test('what a film needs to begin is at its beginning', async () => {
    await using made = await fromSample('film.mp4')
    const bytes = await readFile(made.of('full').path)
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
  })

  test('sound in a film’s name, and a film in a voice’s, are refused', async () => {
    for (const [name, ext] of [
      ['voice.m4a', 'mp4'],
      ['film.mp4', 'm4a'],
    ] as const) {
      await using made = await prepared(sample(name), ext)
      expect(made.result).toMatchObject({ ok: false, code: 'file_unreadable' })
    }
  })

  /** The bytes of each packet of each track. */
  async function packets(path: string): Promise<string[][]> {
    using input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS })
    const tracks = await input.getTracks()
    return await Promise.all(
      tracks.map(async (track) => {
        const all: string[] = []
        for await (const { data } of new EncodedPacketSink(track).packets())
          all.push(Buffer.from(data).toString('base64'))
        return all
      }),
    )
  }
})

describe('papers', () => {
  test('the first page becomes a picture, the paper stays as it is', async () => {
    await using made = await fromSample('paper.pdf')
    expect(await readFile(made.of('full').path)).toEqual(sample('paper.pdf'))
    expect(made.of('full')).toMatchObject({ type: 'application/pdf', pages: 2 })
    expect(made.of('screen')).toMatchObject({ type: 'image/webp', width: 2_560, height: 1_707 })
    expect(made.of('thumb')).toMatchObject({ width: 480, height: 320 })
    expect([await colourAt(made.of('thumb').path, 0.2, 0.2), await colourAt(made.of('thumb').path, 0.8, 0.2)]).toEqual([
      'red',
      'blue',
    ])
  })

  test.each([
    ['a page of no size', '0 0 0 0', 'made'],
    ['a page as long as a street', '0 0 14000 1', 'made'],
    ['an enormous page', '0 0 9999999 9999999', 'made'],
  ])('%s', async (_, box, outcome) => {
    const paper = Buffer.from(sample('paper.pdf').toString('latin1').replace('[0 0 300 200]', `[${box}]`), 'latin1')
    await using made = await prepared(paper, 'pdf')
    expect(made.result.ok ? 'made' : made.result.code).toBe(outcome)
    if (made.result.ok)
      expect(Math.max(made.of('screen').width ?? 0, made.of('screen').height ?? 0)).toBeLessThanOrEqual(2_560)
  })
})

describe('what is refused', () => {
  test('more pixels than fit, found before they are decoded', async () => {
    const bomb = blackPng(16_000, 16_000)
    expect(bomb.length).toBeLessThan(100_000)
    const began = performance.now()
    await using made = await prepared(bomb, 'png')
    expect(made.result).toEqual({ ok: false, code: 'file_pixels', params: { pixels: 256_000_000, max: 64_000_000 } })
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test('more frames than fit', async () => {
    await using many = await prepared(gifOf(501, 8, 8), 'gif')
    expect(many.result).toEqual({ ok: false, code: 'file_pixels', params: { frames: 501, max: 500 } })
    await using large = await prepared(gifOf(300, 1_000, 1_000), 'gif')
    expect(large.result).toEqual({ ok: false, code: 'file_pixels', params: { pixels: 300_000_000, max: 100_000_000 } })
  })

  test('a size in its header that it does not have', async () => {
    const liar = Buffer.from(sample('drawing.png'))
    liar.writeUInt32BE(5_000, 16)
    liar.writeUInt32BE(5_000, 20)
    await using made = await prepared(liar, 'png')
    expect(made.result).toMatchObject({ ok: false, code: 'file_unreadable' })
  })

  test.each(sampleNames)('%s, cut in half or emptied', async (name) => {
    const whole = sample(name)
    // Of these what is there can be shown.
    const isSequence = ['voice.mp3', 'voice.wav', 'voice.ogg', 'voice.opus.ogg', 'moving.gif', 'paper.pdf'].includes(
      name,
    )
    const halves = [whole.subarray(0, whole.length / 2), Buffer.concat([whole.subarray(0, 16), Buffer.alloc(2_000)])]
    for (const bytes of isSequence ? halves.slice(1) : halves) {
      await using made = await prepared(bytes, sampleFormat(name))
      expect(made.result).toMatchObject({ ok: false, code: 'file_unreadable' })
    }
  })

  test('what is something else than was said', async () => {
    for (const [name, ext] of [
      ['photo.jpg', 'png'],
      ['drawing.png', 'heic'],
      ['photo.jpg', 'pdf'],
      ['voice.mp3', 'ogg'],
      ['paper.pdf', 'mp4'],
    ] as const) {
      await using made = await prepared(sample(name), ext)
      expect(made.result).toEqual({ ok: false, code: 'file_unreadable', params: {} })
    }
  })

  test('a drawing that calls itself a picture', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>',
    )
    await using made = await prepared(svg, 'png')
    expect(made.result).toMatchObject({ ok: false, code: 'file_unreadable' })
  })

  test('no room is nothing that the file is to blame for', async () => {
    const folder = join(tmpdir(), 'humuus-nowhere', 'at-all')
    const path = join(tmpdir(), `humuus-original-${process.pid}.jpg`)
    await writeFile(path, sample('photo.jpg'))
    await expect(prepare({ path, ext: 'jpg', folder })).rejects.toThrow()
    await rm(path)
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })
})

/** A PNG of one bit a pixel. */
function blackPng(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    const named = Buffer.concat([Buffer.from(type), content])
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height))
  const mark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([mark, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** A GIF of empty frames, some bytes each. */
function gifOf(frames: number, width: number, height: number): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt16LE(width, 0)
  size.writeUInt16LE(height, 2)
  const screen = Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255])])
  const frame = Buffer.concat([
    Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0]),
    Buffer.from([1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]),
  ])
  return Buffer.concat([screen, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])])
}
