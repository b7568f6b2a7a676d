import type { Outcome } from './outcome.ts'

/** Faults shown at most; `--json` tells all. */
const shownAtMost = 25

/** The outcome for people to read, and to quote. */
export function print(outcome: Outcome): string {
  const { kills, others, sessions, commands, answers, views, audits, recovery, faults } = outcome
  const row = (name: string, text: string) => `  ${name.padEnd(13)}${text}`
  return [
    '',
    row('Survived', `${total(kills)} kills (${list(kills)})`),
    row('', `${total(others)} other mishaps (${list(others)}); ${count(outcome.cuts)} connections broken`),
    row('Sessions', `${sessions.played} played to their end by ${count(sessions.people)} people`),
    row(
      'Commands',
      `${count(commands.issued)} issued, ${count(commands.acknowledged)} acknowledged, ${count(commands.counted)} counted`,
    ),
    row('Refused', `${total(commands.refused)} (${list(commands.refused)})`),
    row('Duplicates', `${count(commands.duplicates)} ignored`),
    row('Unanswered', `${commands.unanswered}; ${commands.inDoubt} were in doubt until they were sent again`),
    row('Answers', `${count(answers.counted)} in the reports of ${count(answers.due)} due`),
    row('Views', `${count(views.equal)} of ${count(views.compared)} equal to a fresh one`),
    row(
      'Audits',
      `${audits.clean} of ${audits.sessions} without a difference, ${count(audits.pictures)} shown pictures compared`,
    ),
    row(
      'Recovery',
      `kill -9 of a server to its first acknowledged vote: median ${recovery.median ?? '–'} s, worst ${recovery.worst ?? '–'} s (${recovery.measured} measured)`,
    ),
    row('Took', `${outcome.minutes.toFixed(1)} minutes with seed ${outcome.seed}, queue on ${outcome.queue}`),
    '',
    ...verdict(faults, outcome.folder),
  ].join('\n')
}

function verdict(faults: readonly string[], folder: string): string[] {
  if (faults.length === 0)
    return ['Nothing was lost: every acknowledged command counts, exactly once, and everybody sees the same.']
  const more = faults.length > shownAtMost ? [`  … and ${faults.length - shownAtMost} more`] : []
  return [
    `${faults.length} fault${faults.length === 1 ? '' : 's'}:`,
    ...faults.slice(0, shownAtMost).map((fault) => `  ${fault}`),
    ...more,
    `Data and logs are kept in ${folder}.`,
  ]
}

const list = (sums: Readonly<Record<string, number>>): string =>
  Object.entries(sums)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ')

const total = (sums: Readonly<Record<string, number>>): string =>
  count(Object.values(sums).reduce((all, one) => all + one, 0))

const count = (number: number): string => number.toLocaleString('en')
