import type { DecideContext, EvolveContext, NodeDecision } from '../../node-type.ts'
import { reject } from '../../rejection.ts'
import { emptyTally, normalChoice, sameChoice, type Tally, tallied } from '../tally.ts'
import { type PollCommand, type PollConfig, type PollEvent, pollLimits } from './schema.ts'

export interface Ballot {
  readonly tally: Tally
  /** Texts of the options that came as cards, after those of the plan. */
  readonly added: readonly string[]
}

export const emptyBallot = ({ options }: PollConfig): Ballot => ({ tally: emptyTally(options.length), added: [] })

/** Takes a vote, or a changed one. */
export function decidePoll(
  { tally }: Ballot,
  command: PollCommand,
  context: DecideContext<PollConfig>,
): NodeDecision<PollEvent> {
  const choice = normalChoice(command.choice)
  if (choice.some((index) => index >= tally.counts.length)) return reject('invalid_answer')
  if (choice.length > context.config.maxChoices) return reject('invalid_answer')
  if (sameChoice(tally.answers.get(context.by)?.choice, choice)) return { ok: true, events: [] }
  return { ok: true, events: [{ type: 'voted', choice: [...choice], elapsed: context.elapsed }] }
}

/** Makes a card one more option, once. */
export function takeOption({ tally, added }: Ballot, text: string, { options }: PollConfig): NodeDecision<PollEvent> {
  if (added.includes(text) || options.some((option) => option.text === text)) return { ok: true, events: [] }
  if (tally.counts.length >= pollLimits.options) return reject('no_room', { max: pollLimits.options })
  if ([...text].length > pollLimits.text) return reject('too_large', { max: pollLimits.text })
  return { ok: true, events: [{ type: 'option_added', text }] }
}

export function evolvePoll({ tally, added }: Ballot, event: PollEvent, { by }: EvolveContext<PollConfig>): Ballot {
  if (event.type === 'option_added')
    return { tally: { ...tally, counts: [...tally.counts, 0] }, added: [...added, event.text] }
  return { tally: tallied(tally, by, { choice: event.choice, elapsed: event.elapsed }), added }
}
