import { playWorkshop, steps } from '@humuus/workshop-engine/testing'
import { expect, test } from 'vitest'
import { checkPictures, picturesOf } from './pictures.ts'

const play = playWorkshop({ nodes: [steps.poll({ results: 'live' }), steps.end()] })
const ann = play.join('Ann')
play.join('Bob')
play.facilitator.start()
const before = picturesOf(play.state)
ann.act({ type: 'vote', choice: [0] })
const after = picturesOf(play.state)

test('a picture of everybody is made', () => {
  expect([...before.keys()]).toEqual([
    'the facilitator',
    'the screen',
    'the participants',
    `Ann (${ann.id})`,
    'Bob (person-2)',
  ])
})

test('equal pictures are in order, others are named by whose they are', () => {
  expect(checkPictures(after, picturesOf(play.state))).toEqual([])
  expect(checkPictures(before, after)).toEqual([
    'read twice, the log shows the facilitator two things',
    'read twice, the log shows the screen two things',
    `read twice, the log shows Ann (${ann.id}) two things`,
  ])
})

test('somebody who is in one of them alone is named', () => {
  const without = new Map([...after].filter(([whose]) => !whose.startsWith('Bob')))
  expect(checkPictures(without, after)).toEqual(['read twice, the log shows Bob (person-2) two things'])
})
