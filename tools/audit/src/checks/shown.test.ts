import { playWorkshop, steps } from '@humuus/workshop-engine/testing'
import { expect, test } from 'vitest'
import { checkShown, digestOf, ShownAgain } from './shown.ts'

const play = playWorkshop({ nodes: [steps.poll(), steps.end()] })
play.facilitator.start()
const screen = { version: 3, role: 'screen', digest: digestOf(play.see('screen')) }
const host = { version: 3, role: 'host', digest: digestOf(play.see('host')) }

function replayed(...shown: (typeof screen)[]) {
  const again = new ShownAgain(shown)
  again.look(3, play.state)
  return checkShown(shown, again)
}

test('a fingerprint is the SHA-256 of the JSON, in hex', () => {
  expect(digestOf({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862')
})

test('pictures that the log leads to are in order', () => {
  expect(replayed(screen, host)).toEqual([])
})

test('a picture that the log does not lead to is named by role and version', () => {
  expect(replayed(host, { ...screen, digest: 'altered' })).toEqual([
    'what was shown to screen at version 3 is not what the log leads to',
  ])
})

test('two pictures for one role at one version are named', () => {
  expect(replayed(screen, { ...screen, digest: 'other' })).toEqual([
    'two different things were shown to screen at version 3',
    'what was shown to screen at version 3 is not what the log leads to',
  ])
})

test('a version that the log does not have and a role that there is not are named', () => {
  expect(replayed({ ...screen, version: 99 }, { ...screen, role: 'ghost' })).toEqual([
    'something was shown to screen at version 99, which the log does not have',
    'something was shown to ghost at version 3, which the log does not have',
  ])
})
