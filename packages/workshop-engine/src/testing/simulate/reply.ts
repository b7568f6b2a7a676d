import type { HumuusCommand, HumuusViews } from '../../index.ts'
import { unreachable } from '../../unreachable.ts'
import type { Random } from './random.ts'

export type ShownStep = NonNullable<HumuusViews['participant']['step']>
type Content = ShownStep['content']
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
export function replyTo({ nodeId, content }: ShownStep, random: Random): Act | null {
  switch (content.type) {
    case 'slide':
    case 'countdown':
    case 'end':
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
  const text = `${random.pick(remarks)} ${1 + random.below(99)}`
  return { type: 'answer' as const, slot: random.below(maxAnswers), text: text.slice(-maxLength) }
}
