import fc from 'fast-check'
import { noteIdOf } from '../../nodes/whiteboard/note-id.ts'
import { boardSize, noteColours, type WhiteboardCommand, type WhiteboardConfig } from '../../nodes/whiteboard/schema.ts'
import { everybody, userId } from '../history/move.ts'
import type { NodeArbitraries } from './node-arbitraries.ts'
import { typed, words } from './words.ts'

const colour = fc.constantFrom(...noteColours)
const place = fc.record({ x: fc.nat(boardSize), y: fc.nat(boardSize) })
const text = fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: typed })

/** Notes that may well hang there: mostly the plan's, or somebody's first one. */
const noteId = fc.oneof(
  { weight: 6, arbitrary: fc.constant('plan-1') },
  { weight: 3, arbitrary: fc.constantFrom(...everybody.map((who) => noteIdOf(userId(who), 1, () => false))) },
  { weight: 1, arbitrary: fc.constant('nowhere') },
)
/** Mostly the first version, so that there are old ones. */
const base = fc.constantFrom(1, 1, 1, 2, 3)

const act: fc.Arbitrary<WhiteboardCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.oneof(
      fc.record({ type: fc.constant('add' as const), text, colour }),
      fc.record({ type: fc.constant('add' as const), text, colour, place }),
    ),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('edit' as const), noteId, base, text }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('move' as const), noteId, place }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('recolour' as const), noteId, colour }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('remove' as const), noteId, base }) },
)

export const whiteboardArbitraries: NodeArbitraries<WhiteboardConfig, WhiteboardCommand, WhiteboardCommand> = {
  config: fc.record({
    text: words,
    maxNotes: fc.integer({ min: 1, max: 3 }),
    maxLength: fc.constantFrom(3, 140),
    everyoneEdits: fc.boolean(),
    showNames: fc.boolean(),
    results: fc.constantFrom('live', 'reveal'),
    notes: fc.array(
      fc.oneof(
        fc.record({ text: words, colour }),
        fc.record({ text: words, colour, x: fc.nat(boardSize), y: fc.nat(boardSize) }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  act: () => act,
  moderation: () => act,
  cardId: noteId,
  twin: (config) => config,
}
