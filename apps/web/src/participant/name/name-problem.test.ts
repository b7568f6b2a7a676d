import { cleanName } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { nameProblem } from './name-problem.ts'

const engineSays = (typed: string) => {
  const cleaned = cleanName(typed)
  return cleaned.ok ? null : cleaned.rejection
}

test.each([
  ['Kim', null],
  ['  Kim   Li ', null],
  ['👩‍🌾', null],
  ['', 'name_empty'],
  [' \u00a0\t\n', 'name_empty'],
  ['k'.repeat(41), 'name_too_long'],
  ['🌱'.repeat(40), null],
  ['Kim\u202e', 'name_characters'],
  ['\u200b\u200b', 'name_characters'],
  ['\u2800', 'name_characters'],
  ['K\u0456m', 'name_mixed_scripts'],
  ['Юлія', null],
  ['Yuki ユキ雪', null],
])('%j is judged on the phone as by the server', (typed, code) => {
  expect(nameProblem(typed)?.code ?? null).toBe(code)
  expect(nameProblem(typed)).toEqual(engineSays(typed))
})

// Planes 2 to 13 hold nothing but ideographs and empty places; their first and last characters stand for them.
const planes = [
  [0x0, 0x1ffff],
  [0xe0000, 0xe0fff],
  ...[2, 3, 4, 13, 15, 16].flatMap((plane) => [
    [plane * 0x10000, plane * 0x10000],
    [plane * 0x10000 + 0xfffd, plane * 0x10000 + 0xffff],
  ]),
] as const satisfies readonly (readonly number[])[]

test('phone and server agree on every character, alone and in a name', () => {
  const disagreed: string[] = []
  for (const [first, last] of planes) {
    for (let point = first; point <= last; point++) {
      const character = String.fromCodePoint(point)
      for (const typed of [character, `a${character}b`, `\u0430${character}`]) {
        if (nameProblem(typed)?.code !== engineSays(typed)?.code) disagreed.push(point.toString(16))
      }
    }
  }
  expect(disagreed).toEqual([])
})

/** A letter of each script that is in use, and of some that are not. */
const letters = [...'aאاաबবกກကកგДαਕકಕമଅසதతདᚠአあアㄅ가李𐤀Ꭰꙁᐁ']

test('phone and server agree on every two scripts', () => {
  for (const one of letters)
    for (const other of letters) expect(nameProblem(one + other)).toEqual(engineSays(one + other))
})
