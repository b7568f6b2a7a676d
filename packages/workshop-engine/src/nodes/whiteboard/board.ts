import { OrderedMap, OrderedSet, Map as PersistentMap } from 'immutable'
import type { EvolveContext, ParticipantId } from '../../node-type.ts'
import { unreachable } from '../../unreachable.ts'
import { freePlace, type NotePlace } from './note-place.ts'
import type { NoteColour, WhiteboardConfig, WhiteboardEvent } from './schema.ts'

export interface Note extends NotePlace {
  /** Never changes, and is never given to another note. */
  readonly id: string
  /** Whose it is; `null`: the plan's. */
  readonly owner: ParticipantId | null
  readonly text: string
  /** Counts the versions of the text, from 1; place and colour have none, because there the last one simply holds. */
  readonly revision: number
  /** Who wrote this version. */
  readonly writtenBy: string | null
  readonly colour: NoteColour
}

/** Kept, because somebody may still be writing on it. */
interface RemovedNote {
  readonly note: Note
  readonly by: string
}

interface Author {
  /** Notes ever written: the number of the next one follows. */
  readonly count: number
  /** Those on the board. */
  readonly notes: OrderedSet<string>
}

export interface Board {
  /** By id, in order of arrival. */
  readonly notes: OrderedMap<string, Note>
  readonly removed: PersistentMap<string, RemovedNote>
  readonly authors: PersistentMap<string, Author>
  /** Notes ever put up, those of the plan included. */
  readonly count: number
}

export function plannedBoard({ notes }: WhiteboardConfig): Board {
  const planned = notes.map(({ text, colour, x, y }, index): Note => {
    const place = x === undefined || y === undefined ? freePlace(index) : { x, y }
    return { id: `plan-${index + 1}`, owner: null, text, revision: 1, writtenBy: null, colour, ...place }
  })
  return {
    notes: OrderedMap(planned.map((note) => [note.id, note])),
    removed: PersistentMap(),
    authors: PersistentMap(),
    count: planned.length,
  }
}

export const nobody: Author = { count: 0, notes: OrderedSet() }

export function evolveWhiteboard(board: Board, event: WhiteboardEvent, { by }: EvolveContext<WhiteboardConfig>): Board {
  switch (event.type) {
    case 'added':
      return added(board, event, by)
    case 'edited':
      return edited(board, event, by)
    case 'moved':
      return changed(board, event.noteId, event.place)
    case 'recoloured':
      return changed(board, event.noteId, { colour: event.colour })
    case 'removed':
      return removed(board, event.noteId, by)
    default:
      return unreachable(event)
  }
}

function added(
  board: Board,
  { noteId: id, text, colour, place }: Extract<WhiteboardEvent, { type: 'added' }>,
  by: string,
): Board {
  const author = board.authors.get(by) ?? nobody
  const put = onBoard(board, { id, owner: by, text, revision: 1, writtenBy: by, colour, ...place })
  const counted = put.authors.set(by, { count: author.count + 1, notes: author.notes.add(id) })
  return { ...put, authors: counted, count: board.count + 1 }
}

/** A note that was removed hangs again, with its new text. */
function edited(board: Board, { noteId, text }: Extract<WhiteboardEvent, { type: 'edited' }>, by: string): Board {
  const known = board.notes.get(noteId) ?? board.removed.get(noteId)?.note
  if (!known) return board
  return onBoard(board, { ...known, text, revision: known.revision + 1, writtenBy: by })
}

function changed(board: Board, noteId: string, to: Partial<Note>): Board {
  const known = board.notes.get(noteId)
  return known ? { ...board, notes: board.notes.set(noteId, { ...known, ...to }) } : board
}

function removed(board: Board, noteId: string, by: string): Board {
  const note = board.notes.get(noteId)
  if (!note) return board
  return {
    ...board,
    notes: board.notes.remove(noteId),
    removed: board.removed.set(noteId, { note, by }),
    authors: withNotes(board, note.owner, (notes) => notes.remove(noteId)),
  }
}

function onBoard(board: Board, note: Note): Board {
  return {
    ...board,
    notes: board.notes.set(note.id, note),
    removed: board.removed.remove(note.id),
    authors: withNotes(board, note.owner, (notes) => notes.add(note.id)),
  }
}

function withNotes(
  { authors }: Board,
  owner: string | null,
  change: (notes: OrderedSet<string>) => OrderedSet<string>,
): Board['authors'] {
  if (owner === null) return authors
  const author = authors.get(owner) ?? nobody
  return authors.set(owner, { ...author, notes: change(author.notes) })
}
