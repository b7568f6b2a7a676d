import type { HumuusCommand, HumuusViews } from '../../index.ts'
import { noteColours, type WhiteboardCommand } from '../../nodes/whiteboard/schema.ts'
import { unreachable } from '../../unreachable.ts'
import type { Random } from './random.ts'

export type ShownStep = NonNullable<HumuusViews['participant']['step']>
type Content = ShownStep['content']
type OwnStep = NonNullable<HumuusViews['own']['step']>
type Act = Extract<HumuusCommand, { readonly type: 'act' }>

const remarks = [
  'more breaks',
  'less talking',
  'shorter meetings',
  'a second screen',
  'better coffee',
  'music',
] as const

/** Something this person could answer at a step, or `null` where nothing is asked. */
export function replyTo({ nodeId, content }: ShownStep, own: OwnStep | null, random: Random): Act | null {
  switch (content.type) {
    case 'slide':
    case 'countdown':
    case 'end':
      return null
    // What somebody gives there comes from a camera or a disk, not as a command.
    case 'upload':
      return null
    case 'quiz': {
      const choice = choose(content.options.length, content.several ? content.options.length : 1, random)
      return { type: 'act', nodeId, node: 'quiz', act: { type: 'answer', choice } }
    }
    case 'poll': {
      const choice = choose(content.options.length, content.maxChoices, random)
      return { type: 'act', nodeId, node: 'poll', act: { type: 'vote', choice } }
    }
    case 'open-question':
      return { type: 'act', nodeId, node: 'open-question', act: remark(content, random) }
    case 'whiteboard':
      return { type: 'act', nodeId, node: 'whiteboard', act: scribble(content, own, random) }
    case 'word-cloud':
      return { type: 'act', nodeId, node: 'word-cloud', act: word(content, own, random) }
    default:
      return unreachable(content)
  }
}

/** One to `most` of the options. */
function choose(options: number, most: number, random: Random): number[] {
  const left = Array.from({ length: options }, (_, index) => index)
  const count = 1 + random.below(most)
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)).flat()
}

function remark({ maxAnswers, maxLength }: Extract<Content, { type: 'open-question' }>, random: Random) {
  return { type: 'answer' as const, slot: random.below(maxAnswers), text: words(maxLength, random) }
}

const words = (maxLength: number, random: Random): string =>
  `${random.pick(remarks)} ${1 + random.below(99)}`.slice(-maxLength).trim()

/** One more word, one that others may have given, too; or, with no room left, one less. */
function word({ maxWords, maxLength }: Extract<Content, { type: 'word-cloud' }>, own: OwnStep | null, random: Random) {
  const mine = own?.type === 'word-cloud' ? own.mine : []
  if (mine.length >= maxWords) return { type: 'take_back' as const, text: random.pick(mine).text }
  return { type: 'add' as const, text: random.pick(remarks).slice(0, maxLength).trim() }
}

/** A first note, one more, or another text on one that may be changed: where all may, also on a stranger's. */
function scribble(
  { notes, everyoneEdits, maxNotes, maxLength }: Extract<Content, { type: 'whiteboard' }>,
  own: OwnStep | null,
  random: Random,
): WhiteboardCommand {
  const mine = own?.type === 'whiteboard' ? own.notes : []
  const open = everyoneEdits ? (notes ?? []) : mine
  const text = words(maxLength, random)
  const isFull = mine.length >= maxNotes
  if (mine.length > 0 && (isFull || random.below(2) === 0)) {
    const { id, revision } = random.pick(open)
    return { type: 'edit', noteId: id, base: revision, text }
  }
  return { type: 'add', text, colour: random.pick(noteColours) }
}
