import { expect, test } from 'vitest'
import { captionNow, myFiles, votesNow } from './my-files.ts'
import type { UploadState } from './sending/upload-state.ts'

const upload = (id: string, nodeId = 'show', type = 'image/jpeg'): UploadState => ({
  id,
  nodeId,
  name: `${id}.jpg`,
  type,
  size: 10,
  stage: 'sending',
  sent: 5,
  isKept: true,
  refusal: null,
  picture: null,
})
const own = (id: string) => ({ id, kind: 'picture', caption: '', stage: 'checking', why: null, facts: null }) as const

test('what the step knows of is shown once, as the step says, and what is on its way below', () => {
  const files = myFiles(
    [own('a')],
    [upload('a'), upload('b'), upload('c', 'other'), upload('d', 'show', 'audio/wav')],
    'show',
  )
  expect(files.map(({ is, id, kind }) => [is, id, kind])).toEqual([
    ['sent', 'a', 'picture'],
    ['on_the_way', 'b', 'picture'],
    ['on_the_way', 'd', 'audio'],
  ])
})

test('words and votes that are on their way are shown as if they had arrived', () => {
  const sent = [
    { type: 'caption', fileId: 'a', text: 'first' },
    { type: 'vote', fileId: 'x', on: true },
    { type: 'caption', fileId: 'a', text: 'second' },
    { type: 'vote', fileId: 'y', on: false },
  ] as const
  expect(captionNow(own('a'), sent)).toBe('second')
  expect(captionNow(own('b'), sent)).toBe('')
  expect(votesNow(['y', 'z'], sent)).toEqual(['z', 'x'])
})
