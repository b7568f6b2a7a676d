import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileFormats } from './file-kind.ts'
import { headBytes, inspectHead, tailBytes } from './inspect-head.ts'
import { sample, sampleFormat, sampleNames } from './testing/samples.ts'
import { zipOf } from './testing/zip.ts'

const inspect = (bytes: Uint8Array, name = '') =>
  inspectHead(bytes.subarray(0, headBytes), bytes.subarray(-tailBytes), { size: bytes.length, name })
const text = (content: string) => Buffer.from(content, 'latin1')
const behind = (bytes: Buffer, more: Buffer | string) => Buffer.concat([bytes, Buffer.from(more)])

describe('what is accepted', () => {
  test.each(sampleNames)('%s is what it is, whatever it is called', async (name) => {
    const expected = { ok: true, ...fileFormats[sampleFormat(name)] }
    expect(await inspect(sample(name), name)).toEqual(expected)
    expect(await inspect(sample(name))).toEqual(expected)
    expect(await inspect(sample(name), 'Flipchart vom 3.11. (2)')).toEqual(expected)
  })

  test.each([
    ['drawing.png', 'IMG_0001.JPG', 'png'],
    ['photo.jpg', 'photo.heic', 'jpg'],
    ['photo.jpg', 'photo.jpeg', 'jpg'],
    ['film.mov', 'film.mp4', 'mov'],
    ['voice.opus.ogg', 'voice.opus', 'ogg'],
    ['voice.m4a', 'New Recording.mp4', 'm4a'],
  ] as const)('%s called %s stays within its kind', async (name, called, ext) => {
    expect(await inspect(sample(name), called)).toMatchObject({ ok: true, ext })
  })

  test('sound in a film’s wrapping is sound, wherever the wrapping says so', async () => {
    const voice = sample('voice.m4a')
    voice.write('isom', 8, 'latin1')
    expect(await inspect(voice, 'voice.m4a')).toMatchObject({ ok: true, kind: 'audio', type: 'audio/mp4' })
    const late = Buffer.concat([voice.subarray(0, 32), Buffer.alloc(300_000), voice.subarray(32)])
    expect(await inspect(late)).toMatchObject({ ok: true, kind: 'audio' })
  })

  test('a voice with a large cover, or zeros behind its tag, is a voice', async () => {
    const tag = (length: number) => {
      const size = [21, 14, 7, 0].map((shift) => (length >> shift) & 127)
      return Buffer.concat([text('ID3\x03\x00\x00'), Buffer.from(size), Buffer.alloc(length)])
    }
    const sound = sample('voice.mp3').subarray(firstFrame(sample('voice.mp3')))
    expect(await inspect(Buffer.concat([tag(200_000), sound]))).toMatchObject({ ok: true, ext: 'mp3' })
    expect(await inspect(Buffer.concat([tag(20), Buffer.alloc(500), sound]))).toMatchObject({ ok: true, ext: 'mp3' })
  })

  test('what phones put behind a picture’s end does it no harm', async () => {
    const motionPhoto = behind(sample('photo.jpg'), sample('film.mp4'))
    expect(await inspect(motionPhoto, 'MVIMG_1.jpg')).toMatchObject({ ok: true, ext: 'jpg' })
    const twoPictures = behind(sample('photo.jpg'), sample('photo.jpg'))
    expect(await inspect(twoPictures)).toMatchObject({ ok: true, ext: 'jpg' })
  })
})

describe('what is refused', () => {
  test('nothing at all', async () => {
    expect(await inspect(Buffer.alloc(0), 'photo.jpg')).toEqual({ ok: false, code: 'file_empty', params: {} })
  })

  test.each([
    ['svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['svg', text('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><!DOCTYPE svg PUBLIC "a" "b">\n<SVG>')],
    ['html', text('<!DOCTYPE html><title>x</title>')],
    ['html', text('\n <!-- x --> <HTML>')],
    ['script', text('#!/bin/sh\nrm -rf /\n')],
    ['exe', Buffer.concat([text('MZ'), Buffer.alloc(200)])],
    ['elf', Buffer.concat([text('\x7fELF\x02\x01\x01'), Buffer.alloc(200)])],
    ['zip', zipOf('a.txt', Buffer.from('a'))],
    ['docx', zipOf('[Content_Types].xml', Buffer.from(wordDocument))],
    ['zip', zipOf('bomb.bin', deflateRawSync(Buffer.alloc(50_000_000)), 50_000_000)],
    ['gz', gzipSync(Buffer.alloc(1_000_000))],
    ['rar', Buffer.concat([text('Rar!\x1a\x07\x01\x00'), Buffer.alloc(64)])],
    ['7z', Buffer.concat([text('7z\xbc\xaf\x27\x1c'), Buffer.alloc(64)])],
    ['cfb', Buffer.concat([text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(600)])],
    ['bmp', Buffer.concat([text('BM'), Buffer.alloc(100)])],
    ['tif', Buffer.concat([text('II*\x00'), Buffer.alloc(100)])],
    ['avif', Buffer.concat([text('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'), Buffer.alloc(100)])],
    ['webm', Buffer.concat([text('\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm'), Buffer.alloc(100)])],
    ['aac', Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc]), Buffer.alloc(100)])],
    ['flac', Buffer.concat([text('fLaC'), Buffer.alloc(100)])],
    ['unknown', text('Just words.')],
    ['unknown', Buffer.alloc(100_000)],
    ['unknown', Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(5_000)])],
  ])('%s', async (found, bytes) => {
    for (const name of ['', 'photo.jpg', 'paper.pdf'])
      expect(await inspect(bytes, name)).toEqual({ ok: false, code: 'file_type', params: { found } })
  })

  test.each([
    ['paper.pdf', 'photo.jpg', { name: 'jpg', found: 'pdf' }],
    ['photo.jpg', 'voice.mp3', { name: 'mp3', found: 'jpg' }],
    ['film.mp4', 'photo.png', { name: 'png', found: 'mp4' }],
    ['photo.jpg', 'photo.jpg.exe', { name: 'exe', found: 'jpg' }],
    ['photo.jpg', 'page.HTML', { name: 'html', found: 'jpg' }],
    ['photo.jpg', 'letter.docx', { name: 'docx', found: 'jpg' }],
  ] as const)('%s called %s', async (name, called, params) => {
    expect(await inspect(sample(name), called)).toEqual({ ok: false, code: 'file_mismatch', params })
  })
})

describe('two things at once', () => {
  const zip = zipOf('a.txt', Buffer.from('a'))
  const twice: [string, string, Buffer][] = [
    ...sampleNames.map((name): [string, string, Buffer] => [
      `${name} with an archive at its end`,
      'zip',
      behind(sample(name), zip),
    ]),
    [
      'an archive with a long comment',
      'zip',
      behind(sample('photo.jpg'), zipOf('a', Buffer.from('a'), 1, Buffer.alloc(60_000))),
    ],
    ['a rar at its end', 'rar', behind(sample('photo.jpg'), 'Rar!\x1a\x07\x01\x00 and more')],
    ['a paper in a picture’s comment', 'pdf', jpegWithComment('%PDF-1.4 1 0 obj')],
    ['a page in a picture’s comment', 'html', jpegWithComment('<script >alert(1)</script>')],
    ['a page at its end', 'html', behind(sample('drawing.png'), '<html><body>')],
    ['PHP in a picture’s comment', 'php', jpegWithComment('<?php system($_GET[0]);')],
    ['a phar at its end', 'phar', behind(sample('still.gif'), 'a __HALT_COMPILER(); ?>')],
    ['a drawing at its end', 'svg', behind(sample('picture.webp'), '<svg onload=alert(1)>')],
    ['a picture that is a script', 'js', Buffer.concat([text('GIF89a/*'), Buffer.alloc(8), text('*/=1;alert(1)')])],
    ['a picture that is a script', 'js', Buffer.concat([text('GIF89a=1;alert(1);//'), Buffer.alloc(8)])],
    ['a photo that is a script', 'js', Buffer.concat([text('\xff\xd8\xff\xe0/*'), sample('photo.jpg').subarray(6)])],
    ['a voice that is a script', 'js', Buffer.concat([text('RIFF/*'), sample('voice.wav').subarray(6)])],
    [
      'a paper that is a page',
      'html',
      Buffer.concat([text('%PDF-1.4\n<script>alert(1)</script>'), sample('paper.pdf')]),
    ],
  ]
  test.each(twice)('%s (%s)', async (_, also, bytes) => {
    expect(await inspect(bytes)).toMatchObject({ ok: false, code: 'file_polyglot', params: { also } })
  })

  test('a form in a paper is none of that', async () => {
    const form = Buffer.concat([
      sample('paper.pdf'),
      text('\n'.repeat(500)),
      text('<body xmlns="http://www.w3.org/1999/xhtml">'),
    ])
    expect(await inspect(Buffer.concat([form, text('\n'.repeat(500))]))).toMatchObject({ ok: true })
  })
})

const wordDocument = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`

/** The first two bytes of a frame, as the sample has them. */
function firstFrame(bytes: Buffer): number {
  for (let at = 10; at < bytes.length; at += 1)
    if (bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xe6) === 0xe2) return at
  return -1
}

function jpegWithComment(comment: string): Buffer {
  const photo = sample('photo.jpg')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(comment.length + 2)
  return Buffer.concat([photo.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, text(comment), photo.subarray(2)])
}
