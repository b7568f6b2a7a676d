import type { Outcome } from './fuzz.ts'

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

const counts = (all: Readonly<Record<string, number>>): string =>
  Object.entries(all)
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')

/** The outcome for people to read. */
export function print(outcome: Outcome): string {
  const { seed, seconds, messages, answers, refusals, ends, guests, memory, slowReaders, faults } = outcome
  const row = (name: string, text: string) => `  ${name.padEnd(10)}${text}`
  return [
    '',
    row('Sent', `${messages} messages in ${seconds} s with seed ${seed}`),
    row('Answers', `${answers}, refused: ${counts(refusals)}`),
    row('Ends', counts(ends)),
    row(
      'Guests',
      `${guests.votes} votes meanwhile, p50 ${guests.p50} ms, p99 ${guests.p99} ms, longest ${guests.longest} ms`,
    ),
    ...(memory === null
      ? []
      : [
          row(
            'Heap',
            `${megabytes(memory.before.heap)} before, ${megabytes(memory.after.heap)} after (both collected)`,
          ),
          row(
            'RSS',
            `${megabytes(memory.before.rss)} before, ${megabytes(memory.highestRss)} at most, ${megabytes(memory.after.rss)} after`,
          ),
        ]),
    ...(slowReaders === null
      ? []
      : [
          row(
            'Slow',
            `${slowReaders.count} readers of nothing, each ${megabytes(slowReaders.each.heap)} of heap (${megabytes(slowReaders.each.rss)} of RSS), the last one cut after ${slowReaders.cutAfterSeconds} s`,
          ),
        ]),
    '',
    ...(faults.length === 0 ? ['The server stood, and nobody else noticed.'] : faults.map((fault) => `FAULT ${fault}`)),
  ].join('\n')
}
