import type { Map as PersistentMap } from 'immutable'
import type { DecideContext, EvolveContext, NodeDecision, ParticipantId } from '../../node-type.ts'
import { reject } from '../../rejection.ts'
import { normalChoice, sameChoice, type Tally, tallied } from '../tally.ts'
import { pointsFor } from './points.ts'
import type { QuizCommand, QuizConfig, QuizEvent } from './schema.ts'

/** Takes an answer, or a changed one; the same one again changes nothing, not even its time. */
export function decideQuiz(
  tally: Tally,
  command: QuizCommand,
  context: DecideContext<QuizConfig>,
): NodeDecision<QuizEvent> {
  const choice = normalChoice(command.choice)
  if (choice.some((index) => index >= context.config.options.length)) return reject('invalid_answer')
  if (choice.length > 1 && !takesSeveral(context.config)) return reject('invalid_answer')
  if (sameChoice(tally.answers.get(context.by)?.choice, choice)) return { ok: true, events: [] }
  return { ok: true, events: [{ type: 'answered', choice: [...choice], elapsed: context.elapsed }] }
}

export function evolveQuiz(tally: Tally, event: QuizEvent, { by }: EvolveContext<QuizConfig>): Tally {
  return tallied(tally, by, { choice: event.choice, elapsed: event.elapsed })
}

/** Several may be picked where several are right. */
export const takesSeveral = (config: QuizConfig): boolean =>
  config.options.filter((option) => option.correct).length > 1

export function quizPoints({ answers }: Tally, config: QuizConfig): PersistentMap<ParticipantId, number> {
  return answers.map(({ choice, elapsed }) => pointsFor(config, choice, elapsed)).toMap()
}
