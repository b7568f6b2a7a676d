import { setTimeout as pause } from 'node:timers/promises'
import type { Options } from '../args.ts'
import { type BenchDatabase, openBenchDatabase } from '../humuus/database.ts'
import { signIn } from '../humuus/people.ts'
import { mixedPlan } from '../humuus/plans.ts'
import { type Guest, Room } from '../humuus/room.ts'
import { startHumuus } from '../humuus/server.ts'
import { allReached, each } from '../load/crowd.ts'
import { percentile } from '../percentile.ts'
import { insistOnFiles } from '../program/file-limit.ts'
import type { Table } from '../table.ts'
import { tell } from '../tell.ts'

/** A class or a meeting. */
const peopleInRoom = 30

/** Ms between a facilitator's steps, and within which people answer. */
const stepMs = 4_000
const answerWithinMs = 3_000

interface Day {
  readonly rooms: number
  readonly people: number
  /** From the facilitator's click until the last one in the room sees the step (ms), of each step. */
  readonly steps: readonly number[]
  /** From a tap to its receipt (ms), of each answer. */
  readonly answers: readonly number[]
  /** Share of a core that the server used. */
  readonly cores: number
  /** The same of this process, which makes the load: near one, it is what answers wait for. */
  readonly loadCores: number
  readonly megabytes: number
}

/** Many rooms at the same time, each at a step of its own, as on an installation that a school shares. */
export async function sessions(options: Options): Promise<Table[]> {
  const sizes = options.sizes ?? (options.short ? [3] : [50, 200])
  insistOnFiles(Math.max(...sizes) * (peopleInRoom + 1))
  await using database = await openBenchDatabase()
  const found: Day[] = []
  for (const size of sizes) found.push(await day(size, database, options))
  return [
    {
      title: `Rooms of ${peopleInRoom}`,
      headings: [
        'rooms',
        'people',
        'steps',
        'step p50 ms',
        'p99',
        'answers',
        'answer p50 ms',
        'p99',
        'server cores',
        'load cores',
        'MB',
      ],
      rows: found.map(({ rooms, people, steps, answers, cores, loadCores, megabytes }) => [
        String(rooms),
        people,
        steps.length,
        percentile(steps, 0.5),
        percentile(steps, 0.99),
        answers.length,
        percentile(answers, 0.5),
        percentile(answers, 0.99),
        cores,
        loadCores,
        megabytes,
      ]),
      notes: [
        'Server, PostgreSQL and load share both cores as they like: what is told here is how long people wait on such a machine.',
        `Each facilitator goes on every ${stepMs / 1_000} s, and everybody answers within ${answerWithinMs / 1_000} s. A step counts until the last of the room sees it.`,
      ],
    },
  ]
}

async function day(rooms: number, database: BenchDatabase, options: Options): Promise<Day> {
  const people = rooms * peopleInRoom
  tell(`${rooms} rooms`)
  const server = await startHumuus(database.url, { profile: options.profile, isPinned: false })
  await using subject = server.subject
  const hosts = await signIn(database.client, rooms, server.authSecret)
  const everybody = await signIn(database.client, people, server.authSecret)
  const classes = await each(
    rooms,
    async (index) => {
      const host = hosts[index]
      if (host === undefined) throw new Error('somebody was not signed in')
      const room = await Room.open(server, host, mixedPlan)
      const guests = await room.enter(everybody.slice(index * peopleInRoom, (index + 1) * peopleInRoom), true)
      await room.start()
      return { room, guests }
    },
    8,
  )
  const steps: number[] = []
  const answers: number[] = []
  const before = await subject.cpuMs()
  const own = process.cpuUsage()
  const began = performance.now()
  const rounds = options.rounds ?? (options.short ? 2 : mixedPlan.nodes.length)
  await Promise.all(
    classes.map(async ({ room, guests }) => {
      await pause(Math.random() * stepMs)
      for (let round = 0; round < rounds; round++) await teach(room, guests, steps, answers)
    }),
  )
  const tookMs = performance.now() - began
  const { user, system } = process.cpuUsage(own)
  const after = await subject.cpuMs()
  for (const { room } of classes) room.cut()
  return {
    rooms,
    people,
    steps,
    answers,
    cores: (after - before) / tookMs,
    loadCores: (user + system) / 1_000 / tookMs,
    megabytes: (await subject.rssBytes()) / 2 ** 20,
  }
}

/** Everybody answers in their own time; then the facilitator goes on. */
async function teach(room: Room, guests: readonly Guest[], steps: number[], answers: number[]): Promise<void> {
  const stepOver = pause(stepMs)
  await Promise.all(
    guests.map(async (guest, index) => {
      await pause(Math.random() * answerWithinMs)
      const command = room.answer(index)
      if (command === null) return
      const began = performance.now()
      await guest.wish(command)
      answers.push(performance.now() - began)
    }),
  )
  await stepOver
  const began = performance.now()
  const version = await room.next()
  steps.push(
    (await allReached(
      guests.map(({ line }) => line),
      version,
    )) - began,
  )
}
