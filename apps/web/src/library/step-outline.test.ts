import { expect, test } from 'vitest'
import { stepOutline } from './step-outline.ts'

test('a slide is outlined by its headline and text', () => {
  expect(stepOutline({ headline: 'Welcome', text: 'Good to *see* you', images: [] })).toEqual({
    text: 'Welcome\n\nGood to *see* you',
    options: [],
  })
})

test('a question shows its options, and which are right', () => {
  expect(stepOutline({ text: 'Why?', options: [{ text: 'Because', correct: true }, { text: '' }] })).toEqual({
    text: 'Why?',
    options: [
      { text: 'Because', isRight: true },
      { text: '', isRight: false },
    ],
  })
})

test('a step that says nothing has an empty outline', () => {
  expect(stepOutline({ seconds: 30 })).toEqual({ text: null, options: [] })
})
