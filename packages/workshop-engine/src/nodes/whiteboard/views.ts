import type { OwnViewContext, Recap, ViewContext } from '../../node-type.ts'
import type { Board, Note } from './board.ts'
import type { NoteColour, WhiteboardConfig } from './schema.ts'

type Context = ViewContext<WhiteboardConfig, Board>
type OwnContext = OwnViewContext<WhiteboardConfig, Board>

/** A note on a phone: a text to read or to change. */
export interface ListedNote {
  readonly id: string
  readonly text: string
  readonly revision: number
  readonly colour: NoteColour
}

export interface NamedNote extends ListedNote {
  /** `null` where notes stand without names. */
  readonly name: string | null
}

/** A note on the board: where it hangs, in thousandths of width and height. */
export interface PlacedNote extends NamedNote {
  readonly x: number
  readonly y: number
}

const prompt = ({ text, maxNotes, maxLength, everyoneEdits }: WhiteboardConfig) => ({
  text,
  maxNotes,
  maxLength,
  everyoneEdits,
})

const listed = ({ id, text, revision, colour }: Note): ListedNote => ({ id, text, revision, colour })

function named({ config, nameOf }: Context, note: Note): NamedNote {
  return { ...listed(note), name: config.showNames && note.owner !== null ? nameOf(note.owner) : null }
}

const placed = (context: Context, note: Note): PlacedNote => ({ ...named(context, note), x: note.x, y: note.y })

function all<T>({ state }: Context, shown: (note: Note) => T): readonly T[] {
  return state.notes.valueSeq().map(shown).toArray()
}

/** Phones see the notes of others once they are shown, or while they work on them together. */
export const participantView = (context: Context) => ({
  ...prompt(context.config),
  notes:
    context.phase === 'revealed' || context.config.everyoneEdits ? all(context, (note) => named(context, note)) : null,
})

export const screenView = (context: Context) => ({
  text: context.config.text,
  notes:
    context.phase === 'revealed' || context.config.results === 'live'
      ? all(context, (note) => placed(context, note))
      : null,
})

/** The host always sees who wrote a note. */
export const hostView = (context: Context) => ({
  ...prompt(context.config),
  live: context.config.results === 'live',
  showNames: context.config.showNames,
  notes: all(context, (note) => ({
    ...placed(context, note),
    name: note.owner === null ? null : context.nameOf(note.owner),
  })),
})

/** My notes, in the order in which I wrote them. */
export const ownView = (context: OwnContext) => ({ notes: mine(context).map(listed) })

export function recap(context: OwnContext): Recap {
  const texts = mine(context).map(({ text }) => text)
  return { prompt: context.config.text, answer: texts.length > 0 ? texts : null, right: null }
}

function mine({ state, participantId }: OwnContext): readonly Note[] {
  const ids = state.authors.get(participantId)?.notes.toArray() ?? []
  return ids.flatMap((id) => state.notes.get(id) ?? [])
}
