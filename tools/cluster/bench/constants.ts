/** One figure that the simulation stands on, and where it comes from. */
export interface Constant {
  readonly value: number
  readonly unit: string
  readonly from: string
}

/** Measured on one machine with two cores; see docs/scaling.md for how and under what load. */
export const measured = {
  serverPerVote: { value: 804, unit: 'µs CPU', from: 'contention.ts: a vote, one server' },
  serverPerVoteAndReplica: { value: 404, unit: 'µs CPU', from: 'contention.ts: what each further server adds' },
  serverPerMessage: {
    value: 76,
    unit: 'µs CPU',
    from: 'contention.ts: a message, without what a step costs each server',
  },
  serverPerStep: { value: 9_700, unit: 'µs CPU', from: 'contention.ts: what each server of a session adds to a step' },
  serverPerSeat: { value: 48, unit: 'µs CPU/s', from: 'seats.ts: somebody who looks on' },
  bytesPerSeat: { value: 54_000, unit: 'bytes', from: 'seats.ts: with their part of the room' },
  serverPerWord: { value: 3.3, unit: 'µs CPU', from: 'bus.ts: a version of a session that nobody follows there' },
  redisPerWord: { value: 0.6, unit: 'µs CPU', from: 'bus.ts: taken, a thousand at a time, and given to one server' },
  databasePerAppend: { value: 375, unit: 'µs CPU', from: 'database.ts: one that comes alone' },
  databaseAppends: { value: 16_225, unit: 'appends/s', from: 'database.ts: 500 sessions, on two cores that it shares' },
  bytesPerAnswer: { value: 435, unit: 'bytes', from: 'database.ts: row and indexes' },
} satisfies Record<string, Constant>

/** What we suppose about people, machines and prices: change it and run the simulation again. */
export const supposed = {
  participants: { value: 1_000_000, unit: 'people', from: '' },
  sessions: { value: 20_000, unit: 'sessions', from: '' },
  answersPerMinute: { value: 1, unit: 'per person', from: 'a question a minute, and everybody answers' },
  stepsPerMinute: { value: 3, unit: 'per session', from: 'open, reveal, next' },
  onlookers: { value: 2, unit: 'per session', from: 'console and screen: they are shown each answer' },
  peopleOfCell: { value: 25_000, unit: 'people', from: 'with one PostgreSQL and one Redis' },
  serversOfCell: { value: 4, unit: 'servers', from: 'a session is on all of them' },
  busy: { value: 0.5, unit: 'of a core', from: 'more is left for bursts' },
  databaseMemory: { value: 8, unit: 'GB per cell', from: 'PostgreSQL, Redis, worker and systems' },
  serverMemory: { value: 0.25, unit: 'GB per server', from: 'before anybody comes' },
  pricePerCoreHour: { value: 0.04, unit: 'per hour', from: 'in whatever currency' },
  pricePerGigabyteHour: { value: 0.005, unit: 'per hour', from: 'memory' },
} satisfies Record<string, Constant>
