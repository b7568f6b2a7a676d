import { expect, test } from 'vitest'
import { playWorkshop, steps } from './testing/index.ts'

const right = { type: 'answer' as const, choice: [1] }
const wrong = { type: 'answer' as const, choice: [0] }

function quizzes(names: readonly string[], count = 2) {
  const play = playWorkshop({ nodes: Array.from({ length: count }, () => steps.quiz({}, { closeWhenAllDone: false })) })
  const people = names.map((name) => play.join(name))
  play.facilitator.start()
  return { play, people, host: play.facilitator }
}

test('R-1 points come with the reveal and add up over steps', () => {
  const { people, host } = quizzes(['Ann', 'Bob'])
  for (const person of people) person.act(right)
  expect(people.map((person) => person.sees().me?.points)).toEqual([0, 0])
  host.reveal()
  host.next()
  people[0]?.act(right)
  people[1]?.act(wrong)
  host.reveal()
  expect(people.map((person) => person.sees().me)).toMatchObject([
    { points: 2_000, stepPoints: 1_000, place: 1 },
    { points: 1_000, stepPoints: 0, place: 2 },
  ])
})

test('R-1 whoever gave nothing gets nothing', () => {
  const { people, host } = quizzes(['Ann'])
  host.reveal()
  expect(people[0]?.sees().me).toMatchObject({ points: 0, stepPoints: 0, place: 1 })
})

test('R-2 equal points share a place, the next place is skipped, and among equals who came first stands first', () => {
  const { play, people, host } = quizzes(['Ann', 'Bob', 'Cem', 'Dea', 'Eli'])
  for (const index of [1, 3, 4]) people[index]?.act(right)
  host.reveal()
  host.showScoreboard()
  expect(play.see('screen').scoreboard).toEqual([
    { place: 1, name: 'Bob', points: 1_000 },
    { place: 1, name: 'Dea', points: 1_000 },
    { place: 1, name: 'Eli', points: 1_000 },
    { place: 4, name: 'Ann', points: 0 },
    { place: 4, name: 'Cem', points: 0 },
  ])
  expect(people.map((person) => person.sees().me?.place)).toEqual([4, 1, 4, 1, 1])
})

test('R-2 whoever was sent out has no place, whoever left or is away has', () => {
  const { play, people, host } = quizzes(['Ann', 'Bob', 'Cem'])
  for (const person of people) person.act(right)
  host.reveal()
  const [ann, bob, cem] = people
  if (!ann || !bob || !cem) throw new Error('three people were seated')
  host.kick(ann)
  bob.leave()
  cem.goesAway()
  host.showScoreboard()
  expect(play.see('screen').scoreboard?.map(({ name }) => name)).toEqual(['Bob', 'Cem'])
})

test('R-3 the scoreboard has ten rows; below it everybody finds their own place', () => {
  const { play, people, host } = quizzes(Array.from({ length: 12 }, (_, index) => `Guest ${index}`))
  for (const person of people.slice(0, 11)) person.act(right)
  host.reveal()
  host.showScoreboard()
  expect(play.see('participant').scoreboard).toEqual(
    Array.from({ length: 10 }, (_, index) => ({ place: 1, name: `Guest ${index}`, points: 1_000 })),
  )
  expect(people[11]?.sees().me).toMatchObject({ place: 12 })
})

test('R-3 before anything was scored nobody has a place', () => {
  const { people } = quizzes(['Ann'])
  expect(people[0]?.sees().me?.place).toBeNull()
})

test('R-4 the scoreboard is shown when the facilitator says so, and goes with the step', () => {
  const { play, host } = quizzes(['Ann'])
  expect(play.see('screen').scoreboard).toBeNull()
  host.showScoreboard()
  expect(play.see('screen').scoreboard).toHaveLength(1)
  const rows = play.log.length
  host.showScoreboard()
  expect(play.log).toHaveLength(rows)
  host.showScoreboard(false)
  expect(play.see('screen').scoreboard).toBeNull()
  host.showScoreboard()
  host.next()
  expect(play.see('screen').scoreboard).toBeNull()
})
