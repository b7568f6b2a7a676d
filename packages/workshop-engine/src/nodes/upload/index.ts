import { defineNodeType } from '../../node-type.ts'
import { firstLine } from '../first-line.ts'
import { decideUpload, heedFile, moderateUpload, roomForFiles } from './rules.ts'
import { UploadCommand, UploadConfig, UploadEvent, UploadModeration } from './schema.ts'
import { hostView, ownView, participantView, recap, screenView, seesFile } from './views.ts'
import { emptyWall, evolveUpload } from './wall.ts'

/** Pictures, recordings and documents that people give, on a wall that facilitators look after. */
export const upload = defineNodeType({
  type: 'upload',
  config: UploadConfig,
  command: UploadCommand,
  moderation: UploadModeration,
  event: UploadEvent,
  collects: true,
  finishes: false,
  closesWhenAllDone: false,
  timing: (config) => ({ readSeconds: 0, answerSeconds: config.answerSeconds ?? null }),
  goesOnAfter: () => null,
  initial: emptyWall,
  decide: decideUpload,
  moderate: moderateUpload,
  evolve: evolveUpload,
  isDone: (wall, id) => wall.mine.get(id)?.some((fileId) => wall.files.get(fileId)?.facts != null) === true,
  points: () => null,
  showsScoreboard: () => false,
  participant: participantView,
  screen: screenView,
  host: hostView,
  own: ownView,
  hasGiven: (wall, id) => wall.mine.has(id) || wall.votes.has(id),
  recap,
  headline: (config) => firstLine(config.text),
  concerns: (event) => (event.type === 'judged' ? [event.owner] : []),
  sharesWhileOpen: (config) => config.votes > 0,
  files: { heed: heedFile, room: roomForFiles, sees: seesFile },
})
