import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition.ts'

test.each([
  ['photo.jpg', `inline; filename="photo.jpg"; filename*=UTF-8''photo.jpg`],
  ['Übung "1".pdf', `inline; filename="Ubung _1_.pdf"; filename*=UTF-8''%C3%9Cbung%20%221%22.pdf`],
  ['写真.png', `inline; filename="file.png"; filename*=UTF-8''%E5%86%99%E7%9C%9F.png`],
  ["it's (new)*.gif", `inline; filename="it's (new)*.gif"; filename*=UTF-8''it%27s%20%28new%29%2A.gif`],
])('%s', (name, header) => {
  expect(contentDisposition('inline', name)).toBe(header)
})

test('nobody’s name of a file becomes a header of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(contentDisposition('attachment', name)).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w%!~.-]*$/,
      )
    }),
  )
})
