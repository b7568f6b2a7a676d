import { expect, test } from 'vitest'
import { wavOf } from './wav.ts'

test('a recording becomes a WAV file of one channel with 16 bits', async () => {
  const view = new DataView(await wavOf(new Float32Array([0, 1, -1, 2]), 16_000).arrayBuffer())
  const words = (at: number, length: number) =>
    String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)))
  expect([words(0, 4), words(8, 8), words(36, 4)]).toEqual(['RIFF', 'WAVEfmt ', 'data'])
  expect([view.byteLength, view.getUint32(4, true), view.getUint32(40, true)]).toEqual([52, 44, 8])
  expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([1, 16_000, 16])
  expect([0, 1, 2, 3].map((at) => view.getInt16(44 + at * 2, true))).toEqual([0, 32_767, -32_767, 32_767])
})
