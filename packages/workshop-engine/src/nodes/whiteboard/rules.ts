import type { DecideContext, NodeDecision } from '../../node-type.ts'
import { type Refused, reject } from '../../rejection.ts'
import { unreachable } from '../../unreachable.ts'
import { cleanText } from '../clean-text.ts'
import { type Board, type Note, nobody } from './board.ts'
import { noteIdOf } from './note-id.ts'
import { freePlace, type NotePlace } from './note-place.ts'
import { boardLimits, type WhiteboardCommand, type WhiteboardConfig, type WhiteboardEvent } from './schema.ts'

type Context = DecideContext<WhiteboardConfig>
type Decision = NodeDecision<WhiteboardEvent>
type CommandOf<T extends WhiteboardCommand['type']> = Extract<WhiteboardCommand, { type: T }>

/** What somebody may do on a board. */
interface Rights {
  readonly maxNotes: number
  readonly mayTouch: (note: Note) => boolean
}

/** People write notes and change their own, or all where the plan says so. */
export function decideWhiteboard(board: Board, command: WhiteboardCommand, context: Context): Decision {
  const { config, by } = context
  const mayTouch = (note: Note): boolean => config.everyoneEdits || note.owner === by
  return judge(board, command, context, { maxNotes: config.maxNotes, mayTouch })
}

/** Facilitators do the same with every note. */
export function moderateWhiteboard(board: Board, command: WhiteboardCommand, context: Context): Decision {
  return judge(board, command, context, { maxNotes: boardLimits.notesPerFacilitator, mayTouch: () => true })
}

function judge(board: Board, command: WhiteboardCommand, context: Context, rights: Rights): Decision {
  switch (command.type) {
    case 'add':
      return add(board, command, context, rights)
    case 'edit':
      return edit(board, command, context, rights)
    case 'move':
      return onNote(board, command.noteId, rights, (note) => move(note, command.place))
    case 'recolour':
      return onNote(board, command.noteId, rights, ({ id, owner, colour }) =>
        colour === command.colour
          ? nothing
          : happened({ type: 'recoloured', noteId: id, owner, colour: command.colour }),
      )
    case 'remove':
      return remove(board, command, context, rights)
    default:
      return unreachable(command)
  }
}

const nothing: Decision = { ok: true, events: [] }
const happened = (event: WhiteboardEvent): Decision => ({ ok: true, events: [event] })

function add(board: Board, { text, colour, place }: CommandOf<'add'>, { config, by }: Context, { maxNotes }: Rights) {
  const words = written(text, config)
  if (!words.ok) return words
  const author = board.authors.get(by) ?? nobody
  if (author.notes.size >= maxNotes) return reject('no_room', { max: maxNotes })
  const isTaken = (id: string): boolean => board.notes.has(id) || board.removed.has(id)
  const noteId = noteIdOf(by, author.count + 1, isTaken)
  return happened({
    type: 'added',
    noteId,
    text: words.text,
    colour,
    place: place === undefined ? freePlace(board.count) : whole(place),
  })
}

function edit(board: Board, { noteId, base, text }: CommandOf<'edit'>, { config, by }: Context, rights: Rights) {
  const words = written(text, config)
  if (!words.ok) return words
  const gone = board.removed.get(noteId)
  const note = board.notes.get(noteId) ?? gone?.note
  if (!note || !rights.mayTouch(note) || gone?.by === by) return reject('unknown_note')
  const event: WhiteboardEvent = { type: 'edited', noteId, owner: note.owner, text: words.text }
  if (gone) return waits('gone', event, { by: gone.by, what: null }, words.text)
  if (base > note.revision) return reject('invalid_answer')
  if (note.text === words.text) return nothing
  return isChangedMeanwhile(note, base, by)
    ? waits('changed', event, { by: note.writtenBy ?? '', what: note.text }, words.text)
    : happened(event)
}

/** Whoever takes away a note does not know what somebody else has just written on it. */
function remove(board: Board, { noteId, base }: CommandOf<'remove'>, { by }: Context, rights: Rights): Decision {
  const gone = board.removed.get(noteId)
  if (gone && rights.mayTouch(gone.note)) return nothing
  return onNote(board, noteId, rights, (note) => {
    if (base > note.revision) return reject('invalid_answer')
    const event: WhiteboardEvent = { type: 'removed', noteId, owner: note.owner }
    return isChangedMeanwhile(note, base, by)
      ? waits('changed', event, { by: note.writtenBy ?? '', what: note.text }, null)
      : happened(event)
  })
}

/** One's own earlier version is no obstacle: one knows it. */
const isChangedMeanwhile = (note: Note, base: number, by: string): boolean =>
  base < note.revision && note.writtenBy !== by

function waits(
  kind: 'changed' | 'gone',
  event: Extract<WhiteboardEvent, { type: 'edited' | 'removed' }>,
  theirs: { readonly by: string; readonly what: string | null },
  mine: string | null,
): Decision {
  return { ok: true, events: [], conflict: { kind, about: event.noteId, theirs, mine, outcome: [event] } }
}

function onNote(board: Board, noteId: string, { mayTouch }: Rights, then: (note: Note) => Decision): Decision {
  const note = board.notes.get(noteId)
  return note && mayTouch(note) ? then(note) : reject('unknown_note')
}

function move({ id, x, y }: Note, place: NotePlace): Decision {
  const to = whole(place)
  return to.x === x && to.y === y ? nothing : happened({ type: 'moved', noteId: id, place: to })
}

/** Without the zero below zero, which JSON does not keep. */
const whole = ({ x, y }: NotePlace): NotePlace => ({ x: x + 0, y: y + 0 })

function written(text: string, { maxLength: max }: WhiteboardConfig): { readonly ok: true; text: string } | Refused {
  const cleaned = cleanText(text)
  if (cleaned === '') return reject('invalid_answer')
  return [...cleaned].length > max ? reject('too_large', { max }) : { ok: true, text: cleaned }
}
