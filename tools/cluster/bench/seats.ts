/**
 * What somebody costs who is there and does nothing: `tsx --conditions=@humuus/source bench/seats.ts [sessions] [people in each]`.
 * Memory of one server for each participant who is connected and looks on, the room included, and the CPU that keeping them takes.
 */
import { loadavg } from 'node:os'
import { pause } from '@humuus/client'
import { openRig } from '@humuus/rig'
import { type Hall, openHall } from './hall.ts'
import { cpuSeconds, privateBytes } from './processes.ts'
import { figure, table } from './table.ts'

const sessions = Number(process.argv[2] ?? 30)
const people = Number(process.argv[3] ?? 50)
/** Long enough for what joining left behind to be collected, and for presence to be written, in ms. */
const settleMs = 10_000
const idleMs = 20_000

await using rig = await openRig({ servers: 1, worker: false })
const pid = rig.servers[0]?.pid ?? null

async function fill(count: number): Promise<Hall[]> {
  const halls: Hall[] = []
  for (let index = 0; index < count; index++) {
    const hall = await openHall(rig.urls, people)
    await hall.does({ type: 'start' })
    const views = hall.people.map((one) => one.watch({ sessionId: hall.sessionId, role: 'participant' }))
    await Promise.all(views.map((view) => view.until(({ shared }) => shared.step !== null, 30_000)))
    halls.push(hall)
  }
  await pause(settleMs)
  return halls
}

// What the first ones make grow is there once: code that was compiled, pools, caches.
await fill(Math.ceil(sessions / 5))
const before = privateBytes(pid)
await fill(sessions)
const bytes = (privateBytes(pid) - before) / (sessions * people)
const seats = (sessions + Math.ceil(sessions / 5)) * people
const cpuBefore = cpuSeconds([pid])
await pause(idleMs)
const cpu = (cpuSeconds([pid]) - cpuBefore) / (idleMs / 1_000) / seats
console.log(
  table(
    ['a participant who looks on', 'costs'],
    [
      ['memory of the server, their part of the room included (bytes)', figure(bytes)],
      ['CPU of the server (µs/s)', figure(cpu * 1e6)],
    ],
  ),
)
console.log(`\n${seats} people in sessions of ${people}, one server; load of the machine ${loadavg()[0]?.toFixed(1)}`)
await rig[Symbol.asyncDispose]()
process.exit(0)
