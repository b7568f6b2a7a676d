import { defineNodeType } from '../../node-type.ts'
import { firstLine } from '../first-line.ts'
import { unmoderated } from '../showing.ts'
import { decidePoll, emptyBallot, evolvePoll, takeOption } from './rules.ts'
import { PollCommand, PollConfig, PollEvent } from './schema.ts'
import { hostView, ownView, participantView, recap, screenView } from './views.ts'

/** A question without right answers. */
export const poll = defineNodeType({
  ...unmoderated,
  type: 'poll',
  config: PollConfig,
  command: PollCommand,
  event: PollEvent,
  collects: true,
  finishes: false,
  closesWhenAllDone: false,
  timing: (config) => ({ readSeconds: 0, answerSeconds: config.answerSeconds ?? null }),
  goesOnAfter: () => null,
  initial: emptyBallot,
  decide: decidePoll,
  evolve: evolvePoll,
  isDone: ({ tally }, id) => tally.answers.has(id),
  points: () => null,
  showsScoreboard: () => false,
  participant: participantView,
  screen: screenView,
  host: hostView,
  own: ownView,
  hasGiven: ({ tally }, id) => tally.answers.has(id),
  recap,
  headline: (config) => firstLine(config.text),
  takeCard: takeOption,
})
