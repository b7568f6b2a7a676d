import type { DecideContext, EvolveContext, NodeDecision } from '../../node-type.ts'
import { reject } from '../../rejection.ts'
import { normalChoice, sameChoice, type Tally, tallied } from '../tally.ts'
import type { PollCommand, PollConfig, PollEvent } from './schema.ts'

/** Takes a vote, or a changed one. */
export function decidePoll(
  tally: Tally,
  command: PollCommand,
  context: DecideContext<PollConfig>,
): NodeDecision<PollEvent> {
  const choice = normalChoice(command.choice)
  if (choice.some((index) => index >= context.config.options.length)) return reject('invalid_answer')
  if (choice.length > context.config.maxChoices) return reject('invalid_answer')
  if (sameChoice(tally.answers.get(context.by)?.choice, choice)) return { ok: true, events: [] }
  return { ok: true, events: [{ type: 'voted', choice: [...choice], elapsed: context.elapsed }] }
}

export function evolvePoll(tally: Tally, event: PollEvent, { by }: EvolveContext<PollConfig>): Tally {
  return tallied(tally, by, { choice: event.choice, elapsed: event.elapsed })
}
