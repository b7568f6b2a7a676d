import { expect, test } from 'vitest'
import { renamed, spell } from './names.mjs'

test.each([
  ['vote', { type: 'vote', camel: 'vote', pascal: 'Vote' }],
  ['photo-wall', { type: 'photo-wall', camel: 'photoWall', pascal: 'PhotoWall' }],
  ['top-10', { type: 'top-10', camel: 'top10', pascal: 'Top10' }],
])('%s can be a node type', (type, names) => {
  expect(spell(type)).toEqual(names)
})

test.each([undefined, '', 'PhotoWall', 'photo_wall', '-wall', 'wall-', 'a--b', '1st', '../wall', 'new', 'default'])(
  '%s cannot be a node type',
  (type) => {
    expect(spell(type)).toBeNull()
  },
)

test('the template takes the names of the type', () => {
  const names = { type: 'photo-wall', camel: 'photoWall', pascal: 'PhotoWall' }
  expect(renamed("const newNode: NewNode = 'new-node'", names)).toBe("const photoWall: PhotoWall = 'photo-wall'")
})
