import { expect, test } from 'vitest'
import { myWords } from './my-words.ts'

const add = (text: string) => ({ type: 'add' as const, text })
const takeBack = (text: string) => ({ type: 'take_back' as const, text })

test('what is on its way stands after what the server has', () => {
  expect(myWords(['sun'], [add('rain'), add('snow')])).toEqual(['sun', 'rain', 'snow'])
})

test('the same word in another spelling is there once, as it was first', () => {
  expect(myWords(['Sun'], [add(' SUN '), add('rain'), add('Rain')])).toEqual(['Sun', 'rain'])
})

test('a word that is taken back is gone at once, and can be given again', () => {
  expect(myWords(['sun', 'rain'], [takeBack('Sun')])).toEqual(['rain'])
  expect(myWords(['sun'], [takeBack('sun'), add('Sun')])).toEqual(['Sun'])
})
