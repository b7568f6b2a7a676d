import type { HostPerson } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { listed, mostRows } from './listed.ts'

const person = (name: string, seat: number, standing: HostPerson['standing'] = 'present'): HostPerson => ({
  name,
  seat,
  standing,
  mayReturn: true,
  points: 0,
  done: false,
})

test('who is here comes first, then who is on the way back, then who left; each by order of joining', () => {
  const people = {
    a: person('Ada', 1, 'left'),
    b: person('Bo', 2, 'away'),
    c: person('Chi', 4),
    d: person('Dan', 3),
    e: person('Eva', 0, 'kicked'),
  }
  expect(listed(people, '').rows.map(([id]) => id)).toEqual(['d', 'c', 'b', 'a', 'e'])
  expect(listed(people, '')).toMatchObject({ returning: 1, gone: 2, hidden: 0 })
})

test('a search finds part of a name, whatever its case, and leaves the counts alone', () => {
  const people = { a: person('Ada', 1), b: person('Nada', 2, 'away'), c: person('Bo', 3) }
  expect(listed(people, ' ADA ').rows.map(([id]) => id)).toEqual(['a', 'b'])
  expect(listed(people, 'bo').returning).toBe(1)
})

test('of three hundred people the first hundred are drawn, and the rest is counted', () => {
  const people = Object.fromEntries(Array.from({ length: 300 }, (_, seat) => [`p${seat}`, person(`P${seat}`, seat)]))
  expect(listed(people, '')).toMatchObject({ hidden: 300 - mostRows })
  expect(listed(people, '').rows).toHaveLength(mostRows)
})
