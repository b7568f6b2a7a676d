import { List, OrderedMap, OrderedSet, Map as PersistentMap, Set as PersistentSet } from 'immutable'
import type { FileKind, FileNews } from '../../file-news.ts'
import type { EvolveContext, ParticipantId } from '../../node-type.ts'
import { unreachable } from '../../unreachable.ts'
import type { UploadConfig, UploadEvent } from './schema.ts'

type Ready = Extract<FileNews, { is: 'ready' }>
/** What a checked and prepared file is like. */
export type Facts = Omit<Ready, 'is' | 'kind'>

export interface GivenFile {
  readonly id: string
  readonly owner: ParticipantId
  readonly kind: FileKind
  /** `null` until it is ready. */
  readonly facts: Facts | null
  /** Code of why it is refused; `null`: it is not. */
  readonly why: string | null
  readonly caption: string
  /** What a facilitator decided; `null`: nothing yet. */
  readonly verdict: 'shown' | 'hidden' | null
}

export interface Wall {
  /** All that came in and is still there, in order of arrival. */
  readonly files: OrderedMap<string, GivenFile>
  /** Ids of what may be shown, in the order in which it came there. */
  readonly hanging: OrderedSet<string>
  readonly mine: PersistentMap<ParticipantId, OrderedSet<string>>
  /** What was taken away, and does not come back. */
  readonly removed: PersistentSet<string>
  /** Whom each person's votes are for, oldest first; a vote counts while the file hangs. */
  readonly votes: PersistentMap<ParticipantId, List<string>>
  readonly counts: PersistentMap<string, number>
  readonly highlighted: string | null
}

export const emptyWall = (): Wall => ({
  files: OrderedMap(),
  hanging: OrderedSet(),
  mine: PersistentMap(),
  removed: PersistentSet(),
  votes: PersistentMap(),
  counts: PersistentMap(),
  highlighted: null,
})

export function evolveUpload(wall: Wall, event: UploadEvent, { config, by }: EvolveContext<UploadConfig>): Wall {
  switch (event.type) {
    case 'received':
      return wall.files.has(event.fileId) ? wall : put(wall, arrived(event.fileId, by, event.kind))
    case 'ready': {
      const { type: _, fileId, kind, ...facts } = event
      const file = wall.files.get(fileId) ?? arrived(fileId, by, kind)
      return hung(put(wall, { ...file, kind, facts, why: null }), fileId, config)
    }
    case 'refused': {
      const file = wall.files.get(event.fileId)
      return file ? hung(put(wall, { ...file, facts: null, why: event.why }), file.id, config) : wall
    }
    case 'removed':
      return removed(wall, event.fileId)
    case 'captioned':
      return captioned(wall, event, config)
    case 'voted':
      return voted(wall, by, event)
    case 'judged': {
      const file = wall.files.get(event.fileId)
      return file ? hung(put(wall, { ...file, verdict: event.shown ? 'shown' : 'hidden' }), file.id, config) : wall
    }
    case 'highlighted':
      return { ...wall, highlighted: event.fileId }
    default:
      return unreachable(event)
  }
}

const arrived = (id: string, owner: ParticipantId, kind: FileKind): GivenFile => ({
  id,
  owner,
  kind,
  facts: null,
  why: null,
  caption: '',
  verdict: null,
})

function put(wall: Wall, file: GivenFile): Wall {
  const mine = wall.mine.get(file.owner) ?? OrderedSet<string>()
  return { ...wall, files: wall.files.set(file.id, file), mine: wall.mine.set(file.owner, mine.add(file.id)) }
}

/** Hangs a file up or takes it down, as it is now allowed. */
function hung(wall: Wall, id: string, { moderation }: UploadConfig): Wall {
  const file = wall.files.get(id)
  const verdict = file?.verdict ?? (moderation === 'after' ? 'shown' : 'hidden')
  if (file?.facts && verdict === 'shown') return { ...wall, hanging: wall.hanging.add(id) }
  const highlighted = wall.highlighted === id ? null : wall.highlighted
  return { ...wall, hanging: wall.hanging.remove(id), highlighted }
}

function removed(wall: Wall, id: string): Wall {
  const owner = wall.files.get(id)?.owner
  const gone = { ...wall, removed: wall.removed.add(id), files: wall.files.remove(id) }
  if (owner === undefined) return gone
  const left = (wall.mine.get(owner) ?? OrderedSet<string>()).remove(id)
  return {
    ...gone,
    mine: left.isEmpty() ? wall.mine.remove(owner) : wall.mine.set(owner, left),
    hanging: wall.hanging.remove(id),
    highlighted: wall.highlighted === id ? null : wall.highlighted,
  }
}

type Captioned = Extract<UploadEvent, { type: 'captioned' }>

/** Where somebody looks before it is shown, they look at the new words, too. */
function captioned(wall: Wall, { fileId, text }: Captioned, config: UploadConfig): Wall {
  const file = wall.files.get(fileId)
  if (!file) return wall
  const verdict = config.moderation === 'before' && file.verdict === 'shown' ? null : file.verdict
  return hung(put(wall, { ...file, caption: text, verdict }), fileId, config)
}

type Voted = Extract<UploadEvent, { type: 'voted' }>

function voted(wall: Wall, by: ParticipantId, { fileId, on }: Voted): Wall {
  const before = wall.votes.get(by) ?? List<string>()
  if (before.includes(fileId) === on) return wall
  const after = on ? before.push(fileId) : before.filter((id) => id !== fileId)
  const count = (wall.counts.get(fileId) ?? 0) + (on ? 1 : -1)
  return { ...wall, votes: wall.votes.set(by, after), counts: wall.counts.set(fileId, count) }
}
