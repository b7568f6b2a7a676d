import type { ReportPerson } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { orderAfterClick, sortedPeople } from './sorted-people.ts'

const person = (name: string, place: number, points: number): ReportPerson => ({
  id: name,
  name,
  place,
  points,
  answers: [],
})
const people = [person('Chi', 1, 9), person('Ada', 2, 5), person('Özlem', 2, 5), person('Bo', 4, 0)]
const names = (rows: readonly ReportPerson[]) => rows.map(({ name }) => name)

test('people stand in the order of any column', () => {
  expect(names(sortedPeople(people, { column: 'name', descending: false }))).toEqual(['Ada', 'Bo', 'Chi', 'Özlem'])
  expect(names(sortedPeople(people, { column: 'points', descending: true }))).toEqual(['Chi', 'Ada', 'Özlem', 'Bo'])
  expect(names(sortedPeople(people, { column: 'place', descending: true }))).toEqual(['Bo', 'Ada', 'Özlem', 'Chi'])
})

test('a first click shows the most points, or the first names; a second turns it over', () => {
  const byPlace = { column: 'place', descending: false } as const
  expect(orderAfterClick(byPlace, 'points')).toEqual({ column: 'points', descending: true })
  expect(orderAfterClick(byPlace, 'name')).toEqual({ column: 'name', descending: false })
  expect(orderAfterClick(byPlace, 'place')).toEqual({ column: 'place', descending: true })
})
