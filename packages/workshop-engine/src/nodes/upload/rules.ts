import { List } from 'immutable'
import type { FileNews, FileRules } from '../../file-news.ts'
import type { DecideContext, EvolveContext, NodeDecision, ParticipantId } from '../../node-type.ts'
import { type Refused, reject } from '../../rejection.ts'
import { unreachable } from '../../unreachable.ts'
import { cleanText } from '../clean-text.ts'
import {
  type UploadCommand,
  type UploadConfig,
  type UploadEvent,
  type UploadModeration,
  uploadLimits,
} from './schema.ts'
import type { Wall } from './wall.ts'

type Context = DecideContext<UploadConfig>
type Decision = NodeDecision<UploadEvent>
type CommandOf<T extends UploadCommand['type']> = Extract<UploadCommand, { type: T }>

const nothing: Decision = { ok: true, events: [] }
const happened = (event: UploadEvent): Decision => ({ ok: true, events: [event] })

export function decideUpload(wall: Wall, command: UploadCommand, context: Context): Decision {
  return command.type === 'caption' ? caption(wall, command, context) : vote(wall, command, context)
}

/** People say something about what they gave themselves. */
function caption(wall: Wall, { fileId, text }: CommandOf<'caption'>, { config, by }: Context): Decision {
  const file = wall.files.get(fileId)
  if (!file || file.owner !== by) return reject('unknown_file')
  if (!config.captions) return reject('invalid_answer')
  const words = cleanText(text)
  const max = uploadLimits.captionLength
  if ([...words].length > max) return reject('too_large', { max })
  return file.caption === words ? nothing : happened({ type: 'captioned', fileId, text: words })
}

/** People vote for what others gave, as often as the plan says. */
function vote(wall: Wall, { fileId, on }: CommandOf<'vote'>, { config, by }: Context): Decision {
  const votes = wall.votes.get(by) ?? List<string>()
  if (!on) return votes.includes(fileId) ? happened({ type: 'voted', fileId, on }) : nothing
  if (!wall.hanging.has(fileId)) return reject('unknown_file')
  if (wall.files.get(fileId)?.owner === by) return reject('invalid_answer')
  if (votes.includes(fileId)) return nothing
  const given = votes.count((id) => wall.hanging.has(id))
  return given >= config.votes ? reject('no_room', { max: config.votes }) : happened({ type: 'voted', fileId, on })
}

/** Facilitators decide what hangs on the wall, and which of it is large. */
export function moderateUpload(wall: Wall, command: UploadModeration): Decision {
  if (command.type === 'highlight') return highlight(wall, command.fileId)
  const file = wall.files.get(command.fileId)
  if (!file?.facts) return reject('unknown_file')
  const shown = command.type === 'show'
  if (file.verdict === (shown ? 'shown' : 'hidden')) return nothing
  return happened({ type: 'judged', fileId: file.id, owner: file.owner, shown })
}

function highlight(wall: Wall, fileId: string | null): Decision {
  if (fileId !== null && !wall.hanging.has(fileId)) return reject('unknown_file')
  return fileId === wall.highlighted ? nothing : happened({ type: 'highlighted', fileId })
}

/** What became of a file; the same news again changes nothing, and what was removed stays away. */
export function heedFile(wall: Wall, fileId: string, news: FileNews, { by }: EvolveContext<UploadConfig>): Decision {
  const file = wall.files.get(fileId)
  if (file && file.owner !== by) return reject('unknown_file')
  if (wall.removed.has(fileId)) return nothing
  switch (news.is) {
    case 'received':
      return file ? nothing : happened({ type: 'received', fileId, kind: news.kind })
    case 'ready': {
      const { is: _, ...told } = news
      return file?.facts ? nothing : happened({ type: 'ready', fileId, ...told })
    }
    case 'refused':
      return !file || file.why === news.why ? nothing : happened({ type: 'refused', fileId, why: news.why })
    case 'removed':
      return happened({ type: 'removed', fileId })
    default:
      return unreachable(news)
  }
}

/** What a person may still give here; what was refused does not count. */
export function roomForFiles(
  wall: Wall,
  { config, by }: EvolveContext<UploadConfig>,
): ({ readonly ok: true } & FileRules) | Refused {
  const left = config.maxFiles - givenBy(wall, by)
  return left > 0 ? { ok: true, kinds: config.accepts, left } : reject('no_room', { max: config.maxFiles })
}

function givenBy(wall: Wall, id: ParticipantId): number {
  return wall.mine.get(id)?.count((fileId) => wall.files.get(fileId)?.why === null) ?? 0
}
