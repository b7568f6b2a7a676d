import { defineNodeType } from '../../node-type.ts'
import { firstLine } from '../first-line.ts'
import { evolveWhiteboard, plannedBoard } from './board.ts'
import { decideWhiteboard, moderateWhiteboard } from './rules.ts'
import { WhiteboardCommand, WhiteboardConfig, WhiteboardEvent } from './schema.ts'
import { hostView, ownView, participantView, recap, screenView } from './views.ts'

/** A board of notes: people write them, facilitators put them in order and use them as cards in later steps. */
export const whiteboard = defineNodeType({
  type: 'whiteboard',
  config: WhiteboardConfig,
  command: WhiteboardCommand,
  moderation: WhiteboardCommand,
  event: WhiteboardEvent,
  collects: true,
  finishes: false,
  closesWhenAllDone: false,
  timing: () => ({ readSeconds: 0, answerSeconds: null }),
  goesOnAfter: () => null,
  initial: plannedBoard,
  decide: decideWhiteboard,
  moderate: moderateWhiteboard,
  evolve: evolveWhiteboard,
  isDone: (board, id) => board.authors.get(id)?.notes.isEmpty() === false,
  points: () => null,
  showsScoreboard: () => false,
  participant: participantView,
  screen: screenView,
  host: hostView,
  own: ownView,
  hasGiven: (board, id) => board.authors.has(id),
  recap,
  headline: (config) => firstLine(config.text),
  concerns: (event) => ('owner' in event && event.owner !== null ? [event.owner] : []),
  sharesWhileOpen: (config) => config.everyoneEdits,
  card: (board, id) => board.notes.get(id)?.text ?? null,
})
