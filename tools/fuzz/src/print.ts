import type { Outcome } from './fuzz.ts'

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

const counts = (all: Readonly<Record<string, number>>): string =>
  Object.entries(all)
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')

/** The outcome for people to read. */
export function print({ seed, seconds, messages, answers, refusals, ends, guests, memory, faults }: Outcome): string {
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
    '',
    ...(faults.length === 0 ? ['The server stood, and nobody else noticed.'] : faults.map((fault) => `FAULT ${fault}`)),
  ].join('\n')
}
