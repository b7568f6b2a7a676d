import { z } from 'zod'

export const noteColours = ['yellow', 'green', 'blue', 'pink', 'orange', 'violet'] as const
const Colour = z.enum(noteColours)
export type NoteColour = z.output<typeof Colour>

/** Width and height of a board, in the units of a note's place. */
export const boardSize = 1_000

export const boardLimits = { notesPerPerson: 50, notesPerFacilitator: 200, prefilled: 100, length: 1_000 } as const

/** From the left or upper edge to the middle of the note. */
const Coordinate = z.int().min(0).max(boardSize)

const PlannedNote = z
  .strictObject({
    text: z.string().trim().min(1).max(boardLimits.length),
    colour: Colour.default('yellow'),
    x: Coordinate.optional(),
    y: Coordinate.optional(),
  })
  .refine((note) => (note.x === undefined) === (note.y === undefined), 'a place needs both x and y')

export const WhiteboardConfig = z.strictObject({
  text: z.string().trim().min(1).max(1_000),
  /** How many notes one person may have on the board. */
  maxNotes: z.int().min(1).max(boardLimits.notesPerPerson).default(5),
  /** Longest note in characters. */
  maxLength: z.int().min(1).max(boardLimits.length).default(140),
  /** Everybody sees all notes while the step is open, and may change them: else everybody their own. */
  everyoneEdits: z.boolean().default(false),
  /** Names stand on the notes. */
  showNames: z.boolean().default(false),
  /** `live`: notes appear on the screen as they come in; `reveal`: only once they are shown. */
  results: z.enum(['live', 'reveal']).default('live'),
  /** What hangs there from the start. */
  notes: z.array(PlannedNote).max(boardLimits.prefilled).default([]),
})
export type WhiteboardConfig = z.output<typeof WhiteboardConfig>

const NoteId = z.string().min(1).max(100)
const Text = z.string().max(boardLimits.length * 4)
/** Revision of the text that the writer had before them. */
const Base = z.int().min(1)
const Place = z.strictObject({ x: Coordinate, y: Coordinate })

/** What people do with notes. Of two that write the same text the later one waits for a facilitator; place and colour just follow. */
export const WhiteboardCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('add'), text: Text, colour: Colour, place: Place.optional() }),
  z.strictObject({ type: z.literal('edit'), noteId: NoteId, base: Base, text: Text }),
  z.strictObject({ type: z.literal('move'), noteId: NoteId, place: Place }),
  z.strictObject({ type: z.literal('recolour'), noteId: NoteId, colour: Colour }),
  z.strictObject({ type: z.literal('remove'), noteId: NoteId, base: Base }),
])
export type WhiteboardCommand = z.output<typeof WhiteboardCommand>

/** Whose note it is; `null`: the plan's. */
const owner = z.string().nullable()
const written = z.object({ noteId: z.string(), owner, text: z.string() })
const place = z.object({ x: z.int(), y: z.int() })

export const WhiteboardEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('added'), noteId: z.string(), text: z.string(), colour: Colour, place }),
  /** Brings a note back that was removed. */
  written.extend({ type: z.literal('edited') }),
  z.object({ type: z.literal('moved'), noteId: z.string(), place }),
  z.object({ type: z.literal('recoloured'), noteId: z.string(), owner, colour: Colour }),
  z.object({ type: z.literal('removed'), noteId: z.string(), owner }),
])
export type WhiteboardEvent = z.output<typeof WhiteboardEvent>
