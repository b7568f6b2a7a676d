import { answerLines } from '../files/answer-lines.ts'
import type { KindWords } from '../files/kind-words.ts'
import type { Cell } from './csv.ts'
import { type SessionReport, stepFigures } from './session-report.ts'

/** What the head of the table says. */
export interface TableWords {
  readonly place: string
  readonly person: string
  readonly points: string
  readonly kinds: KindWords
}

/**
 * Everybody's answers: a row per person, a column per step that asked for something, and one for its points where it was
 * scored; places and points only where something was scored. Several answers of one person to one step stand on a line each, within the cell.
 */
export function answerTable({ steps, people }: SessionReport, words: TableWords): readonly (readonly Cell[])[] {
  const columns = steps
    .map(({ nodeId, title }, index) => ({ nodeId, title: `${index + 1}. ${title}` }))
    .filter(({ nodeId }) => stepFigures(people, nodeId).asked > 0)
    .map((step) => ({ ...step, isScored: people.some((person) => keptOf(person, step.nodeId)?.points != null) }))
  const head = columns.flatMap(({ title, isScored }) => (isScored ? [title, `${title}: ${words.points}`] : [title]))
  const hasScores = columns.some(({ isScored }) => isScored)
  const rows = people.map((person) => [
    ...(hasScores ? [person.place, person.name, person.points] : [person.name]),
    ...columns.flatMap(({ nodeId, isScored }): Cell[] => {
      const kept = keptOf(person, nodeId)
      const answer = kept === undefined ? null : (answerLines(kept, words.kinds)?.join('\n') ?? null)
      return isScored ? [answer, kept?.points ?? null] : [answer]
    }),
  ])
  const first = hasScores ? [words.place, words.person, words.points] : [words.person]
  return [[...first, ...head], ...rows]
}

const keptOf = ({ answers }: SessionReport['people'][number], nodeId: string) =>
  answers.find((kept) => kept.nodeId === nodeId)
