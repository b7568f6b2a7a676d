/**
 * What it costs that several servers write into one session: `npm run bench -- cluster`, or
 * `tsx --conditions=@humuus/source bench/contention.ts [people] [votes/s] [--json]`.
 * The same people vote at the same pace over 1, 2 and 3 servers, then everybody is shown step after step. What counts is CPU
 * time and its ratio within this run: all of it shares the machine with those who vote.
 */
import { loadavg } from 'node:os'
import { pause } from '@humuus/client'
import { childrenOf, openRig, type Rig } from '@humuus/rig'
import { appendsSoFar } from './counters.ts'
import { type Hall, openHall, steps } from './hall.ts'
import { cpuSeconds } from './processes.ts'
import { sentMessages } from './sent-messages.ts'
import { figure, table } from './table.ts'

const isJson = process.argv.includes('--json')
const [people = 200, votesPerSecond = 500] = process.argv
  .slice(2)
  .filter((word) => word !== '--json')
  .map(Number)
const votingMs = 10_000
/** Not counted: until then what is used often is not compiled yet. */
const warmUpMs = 4_000
const stepEveryMs = 150

interface Cpu {
  readonly servers: number
  readonly database: number
  readonly redis: number
}

async function cpuOf({ servers, database, redis }: Rig): Promise<Cpu> {
  const postmaster = database.pid ?? 0
  return {
    servers: cpuSeconds(servers.map(({ pid }) => pid)),
    database: cpuSeconds([postmaster, ...(await childrenOf(postmaster))]),
    redis: cpuSeconds([redis?.pid ?? null]),
  }
}

/** CPU seconds that something took. */
async function costOf(rig: Rig, work: () => Promise<void>): Promise<Cpu> {
  const before = await cpuOf(rig)
  await work()
  const after = await cpuOf(rig)
  return {
    servers: after.servers - before.servers,
    database: after.database - before.database,
    redis: after.redis - before.redis,
  }
}

/** Everybody votes at their own moments; resolves to how many votes were acknowledged, and ms of each. */
async function vote({ people: voters, sessionId }: Hall, forMs: number): Promise<number[]> {
  const everyMs = (voters.length / votesPerSecond) * 1_000
  const end = performance.now() + forMs
  const times: number[] = []
  await Promise.all(
    voters.map(async (voter, index) => {
      await pause((index / voters.length) * everyMs)
      for (let count = index; performance.now() < end; count++) {
        const due = performance.now() + everyMs
        const act = { type: 'vote' as const, choice: [count % 2] }
        const began = performance.now()
        const result = await voter.send(sessionId, { type: 'act', nodeId: 'step-0', node: 'poll', act })
        if (!result.ok) throw new Error(`a vote was refused: ${result.rejection.code}`)
        times.push(performance.now() - began)
        await pause(Math.max(0, due - performance.now()))
      }
    }),
  )
  return times.sort((a, b) => a - b)
}

/** Everybody looks on while the facilitator goes through all steps. */
async function show({ people: viewers, sessionId, does }: Hall): Promise<void> {
  const last = `step-${steps - 1}`
  const views = viewers.map((viewer) => viewer.watch({ sessionId, role: 'participant' }))
  for (let step = 0; step + 1 < steps; step++) {
    await does({ type: 'next', from: `step-${step}` })
    await pause(stepEveryMs)
  }
  await Promise.all(views.map((view) => view.until(({ shared }) => shared.step?.nodeId === last, 30_000)))
}

async function measure(servers: number) {
  await using rig = await openRig({ servers, redis: 'must', worker: false })
  await using hall = await openHall(rig.urls, people)
  await hall.does({ type: 'start' })
  await vote(hall, warmUpMs)
  const appendsBefore = await appendsSoFar(rig.database.url)
  let times: number[] = []
  const voting = await costOf(rig, async () => {
    times = await vote(hall, votingMs)
  })
  const appendsAfter = await appendsSoFar(rig.database.url)
  const written = appendsAfter.written - appendsBefore.written
  const tried = appendsAfter.tried - appendsBefore.tried
  const sentBefore = await sentMessages(rig.urls)
  const showing = await costOf(rig, () => show(hall))
  const messages = (await sentMessages(rig.urls)) - sentBefore
  const votes = times.length
  return {
    servers,
    votes,
    votesPerAppend: votes / written,
    retriesPerAppend: Math.max(0, tried - written) / written,
    perVote: { servers: voting.servers / votes, database: voting.database / votes, redis: voting.redis / votes },
    messages,
    perMessage: showing.servers / messages,
    medianMs: times[Math.floor(votes / 2)] ?? 0,
    p99Ms: times[Math.floor(votes * 0.99)] ?? 0,
  }
}

const micro = (seconds: number) => figure(seconds * 1e6)

const results = []
for (const servers of [1, 2, 3]) {
  results.push(await measure(servers))
  process.stderr.write(
    `${servers} server${servers === 1 ? '' : 's'}: done, load of the machine ${loadavg()[0]?.toFixed(1)}\n`,
  )
}
const [alone] = results
const against = (value: number, one: number | undefined) => (one ? `${(value / one).toFixed(2)}` : '–')
const found = {
  title: `One session over several servers, ${people} people`,
  headings: ['', ...results.map(({ servers }) => `${servers} server${servers === 1 ? '' : 's'}`)],
  rows: [
    ['votes acknowledged', ...results.map(({ votes }) => figure(votes))],
    ['votes per append', ...results.map(({ votesPerAppend }) => figure(votesPerAppend))],
    ['retries per append', ...results.map(({ retriesPerAppend }) => retriesPerAppend.toFixed(2))],
    ['CPU of servers per vote (µs)', ...results.map(({ perVote }) => micro(perVote.servers))],
    ['… against one server', ...results.map(({ perVote }) => against(perVote.servers, alone?.perVote.servers))],
    ['CPU of PostgreSQL per vote (µs)', ...results.map(({ perVote }) => micro(perVote.database))],
    ['… against one server', ...results.map(({ perVote }) => against(perVote.database, alone?.perVote.database))],
    ['CPU of Redis per vote (µs)', ...results.map(({ perVote }) => micro(perVote.redis))],
    ['messages delivered', ...results.map(({ messages }) => figure(messages))],
    ['CPU of servers per message (µs)', ...results.map(({ perMessage }) => micro(perMessage))],
    ['… against one server', ...results.map(({ perMessage }) => against(perMessage, alone?.perMessage))],
    ['answer to a vote, median (ms)', ...results.map(({ medianMs }) => figure(medianMs))],
    ['answer to a vote, p99 (ms)', ...results.map(({ p99Ms }) => figure(p99Ms))],
  ],
  notes: [`${votesPerSecond} votes/s for ${votingMs / 1_000} s; then ${steps - 1} steps shown to all.`],
}
console.log(isJson ? JSON.stringify(found) : `${found.notes}\n\n${table(found.headings, found.rows)}`)
process.exit(0)
