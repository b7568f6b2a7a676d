import type { Examined } from './examine.ts'
import type { Finding } from './finding.ts'

const marks = { good: '✓', warn: '!', bad: '✗', off: '–' } as const satisfies Record<Finding['state'], string>

/** A part in lines: each finding with its mark, and below it what to do. */
export function print({ name, findings }: Examined): string {
  const lines = findings.flatMap(({ state, says, todo }) => [
    `  ${marks[state]} ${says}`,
    ...(todo === undefined ? [] : [`      → ${todo}`]),
  ])
  return [name, ...lines].join('\n')
}

/** The last line. */
export function printSum(all: readonly Finding[]): string {
  const count = (wanted: Finding['state']) => all.filter(({ state }) => state === wanted).length
  const [wrong, better] = [count('bad'), count('warn')]
  if (wrong === 0 && better === 0) return 'All is well.'
  return [wrong > 0 ? `${wrong} to put right` : '', better > 0 ? `${better} that could be better` : '']
    .filter(Boolean)
    .join(', ')
    .concat('.')
}
