/**
 * A million people at once, computed: `tsx bench/million.ts`. Nothing runs; the constants were measured on one machine, and the rest is
 * multiplication. Prints the tables of docs/scaling.md.
 */
import { type Constant, measured, supposed } from './constants.ts'
import { figure, table } from './table.ts'

const valuesOf = <K extends string>(constants: Record<K, Constant>) =>
  Object.fromEntries(Object.entries<Constant>(constants).map(([name, { value }]) => [name, value])) as Record<K, number>

const m = valuesOf(measured)
const s = valuesOf(supposed)
const cores = (perSecond: number, micros: number) => (perSecond * micros) / 1e6

/** All in one cell, as if one PostgreSQL and one Redis could carry it: what hearing of everything would cost. */
const inOne = {
  servers: Math.ceil(s.participants / (s.peopleOfCell / s.serversOfCell)),
  words: (s.participants * s.answersPerMinute) / 60,
}

const cells = Math.ceil(s.participants / s.peopleOfCell)
const servers = cells * s.serversOfCell
const answers = (s.participants * s.answersPerMinute) / 60
const steps = (s.sessions * s.stepsPerMinute) / 60
// Rooms of fifty seldom have two votes at the same moment: each is an append of its own.
const appends = answers + steps
const messages = {
  steps: (s.participants / s.sessions + s.onlookers) * steps,
  own: answers,
  tallies: answers * s.onlookers,
}
const allMessages = messages.steps + messages.own + messages.tallies
const perVote = m.serverPerVote + m.serverPerVoteAndReplica * (s.serversOfCell - 1)

const serverCores =
  cores(answers, perVote) +
  cores(steps * s.serversOfCell, m.serverPerStep) +
  cores(allMessages, m.serverPerMessage) +
  cores(s.participants, m.serverPerSeat)
const databaseCores = cores(appends, m.databasePerAppend)
const redisCores = cores(appends * s.serversOfCell, m.redisPerWord)
const busyCores = serverCores + databaseCores + redisCores
const boughtCores = busyCores / s.busy
const seatGigabytes = (s.participants * m.bytesPerSeat) / 1e9
const gigabytes = seatGigabytes + servers * s.serverMemory + cells * s.databaseMemory
const perHour = boughtCores * s.pricePerCoreHour + gigabytes * s.pricePerGigabyteHour

const constants = (all: Record<string, Constant>) =>
  Object.entries(all).map(([name, { value, unit, from }]) => [name, figure(value), unit, from])

console.log(`${table(['measured', 'value', 'unit', 'from'], constants(measured))}\n`)
console.log(`${table(['supposed', 'value', 'unit', 'which means'], constants(supposed))}\n`)
console.log(
  table(
    ['computed', 'all', 'of a cell'],
    (
      [
        ['cells', cells, 1],
        ['servers', servers, s.serversOfCell],
        ['sessions', s.sessions, s.sessions / cells],
        ['answers/s', answers, answers / cells],
        ['PostgreSQL: appends/s', appends, appends / cells],
        ['… of what was measured', appends / cells / m.databaseAppends, appends / cells / m.databaseAppends],
        [
          'PostgreSQL: new data (MB/h)',
          (answers * 3_600 * m.bytesPerAnswer) / 1e6,
          (answers * 3_600 * m.bytesPerAnswer) / 1e6 / cells,
        ],
        ['Redis: published/s', appends, appends / cells],
        ['Redis: delivered/s', appends * s.serversOfCell, (appends * s.serversOfCell) / cells],
        ['messages/s', allMessages, allMessages / cells],
        ['… steps to phones', messages.steps, messages.steps / cells],
        ['… own answers', messages.own, messages.own / cells],
        ['… tallies to consoles and screens', messages.tallies, messages.tallies / cells],
        ['cores in use: servers', serverCores, serverCores / cells],
        ['cores in use: PostgreSQL', databaseCores, databaseCores / cells],
        ['cores in use: Redis', redisCores, redisCores / cells],
        ['cores to have', boughtCores, boughtCores / cells],
        ['memory of people and rooms (GB)', seatGigabytes, seatGigabytes / cells],
        ['memory to have (GB)', gigabytes, gigabytes / cells],
        ['price of an hour', perHour, perHour / cells],
        ['price of 1,000 participant-hours', (perHour / s.participants) * 1_000, (perHour / s.participants) * 1_000],
      ] as const
    ).map(([name, all, one]) => [name, figure(all), figure(one)]),
  ),
)
console.log(
  `\nWithout cells, ${figure(inOne.servers)} servers would each hear ${figure(inOne.words)} versions/s: ${figure(cores(inOne.words * inOne.servers, m.serverPerWord))} cores of servers, and ${figure(cores(inOne.words * inOne.servers, m.redisPerWord))} of Redis, which has one.`,
)
