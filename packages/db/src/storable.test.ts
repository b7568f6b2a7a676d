import { describe, expect, it } from 'vitest'
import { isStorable, storableJson, UnstorableText } from './storable.ts'

describe('text for the database', () => {
  it.each(['', 'Grüße 👩🏽‍🏫', '\u0001\u007f\uffff', '\\u0000', '🇩🇪'])('may be %j', (text) => {
    expect(isStorable(text)).toBe(true)
    expect(JSON.parse(storableJson({ [text]: text }))).toEqual({ [text]: text })
  })

  it.each(['\0', 'a\0b', '\ud83d', '\udc69', '\udc69\ud83d', '\\\0', '\\\\\ud800x'])('may not be %j', (text) => {
    expect(isStorable(text)).toBe(false)
    expect(() => storableJson([text])).toThrow(UnstorableText)
    expect(() => storableJson({ [text]: 1 })).toThrow(UnstorableText)
  })
})
