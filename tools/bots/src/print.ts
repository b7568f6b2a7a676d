import type { Outcome } from './outcome.ts'

/** Differences shown at most; `--json` tells all. */
const shown = 10

/** The outcome for people to read. */
export function print(outcome: Outcome): string {
  const { title, code, people, commands, answers, views, latency, faults } = outcome
  const row = (name: string, text: string) => `  ${name.padEnd(11)}${text}`
  const twoWays =
    commands.answeredTwoWays === 0 ? 'all answered like the first' : `${commands.answeredTwoWays} not like the first`
  return [
    '',
    row('Workshop', `${title} (code ${code})`),
    row(
      'People',
      `${people.joined} of ${people.wished} joined, ${people.late} of them late; ${number(people.drops, 'connection')} cut`,
    ),
    row('Commands', `${commands.issued} issued, ${commands.acknowledged} acknowledged, ${refusals(commands)}`),
    row('Duplicates', `${commands.duplicates} sent, ${twoWays}`),
    row('Counted', `${answers.counted} answers of ${answers.due} acknowledged`),
    row('Views', `${views.compared - views.differences.length} of ${views.compared} equal to a fresh one`),
    row(
      'Latency',
      `p50 ${latency.p50 ?? '–'} ms, p99 ${latency.p99 ?? '–'} ms, longest ${latency.max ?? '–'} ms (${number(latency.count, 'answer')})`,
    ),
    row('Took', `${outcome.seconds} s with seed ${outcome.seed}`),
    '',
    ...verdict(faults),
  ].join('\n')
}

function refusals({ refused, unanswered }: Outcome['commands']): string {
  const reasons = Object.entries(refused).sort(([, a], [, b]) => b - a)
  const sum = reasons.reduce((all, [, count]) => all + count, 0)
  const list = reasons.map(([reason, count]) => `${reason} ${count}`).join(', ')
  return `${sum} refused${list === '' ? '' : ` (${list})`}${unanswered === 0 ? '' : `, ${unanswered} unanswered`}`
}

function verdict(faults: readonly string[]): string[] {
  if (faults.length === 0) return ['Every acknowledged answer counts, and everybody sees the same.']
  const more = faults.length > shown ? [`… and ${faults.length - shown} more`] : []
  return [`${number(faults.length, 'fault')}:`, ...faults.slice(0, shown).map((fault) => `  ${fault}`), ...more]
}

const number = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
