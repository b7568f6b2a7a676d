import { type HumuusCommand, type HumuusViews, must, unreachable } from '@humuus/workshop-engine'
import type { HostVerb, PersonVerb } from './step.ts'

type Step = { readonly nodeId: string; readonly content: { readonly type: string } } | null
const stepOf = (shared: unknown): Step => (shared as { readonly step?: Step } | undefined)?.step ?? null

/** What a person means by a verb, by what they see. */
export function personCommand(verb: PersonVerb, who: string, n: number, shared: unknown): HumuusCommand {
  switch (verb) {
    case 'join':
      return { type: 'join', name: who }
    case 'leave':
      return { type: 'leave' }
    case 'rename':
      return { type: 'rename', participantId: who, name: `${who} ${n}` }
    case 'answer':
      return answer(stepOf(shared), n)
    default:
      return unreachable(verb)
  }
}

function answer(step: Step, n: number): HumuusCommand {
  const nodeId = step?.nodeId ?? 'mood'
  switch (step?.content.type) {
    case 'quiz':
      return { type: 'act', nodeId, node: 'quiz', act: { type: 'answer', choice: [n % 3] } }
    case 'open-question':
      return { type: 'act', nodeId, node: 'open-question', act: { type: 'answer', slot: n % 2, text: `word ${n}` } }
    default:
      return { type: 'act', nodeId, node: 'poll', act: { type: 'vote', choice: [n % 2] } }
  }
}

/** What a facilitator means by a verb, by what they see. */
export function hostCommand(
  verb: HostVerb,
  n: number,
  shared: unknown,
  people: readonly string[],
  helper: string,
): HumuusCommand {
  const view = shared as HumuusViews['host'] | undefined
  const here = view?.step?.nodeId ?? 'mood'
  const participantId = must(people[n % people.length], 'there are people')
  switch (verb) {
    case 'button':
      return onButton(view?.primary ?? 'next', here)
    case 'next':
    case 'back':
      return { type: verb, from: here }
    case 'jump':
      return { type: 'jump', from: here, to: must(['mood', 'sum', 'words'][n % 3], 'three steps') }
    case 'close':
    case 'reveal':
    case 'reopen':
      return { type: verb, nodeId: here }
    case 'pause':
    case 'resume':
    case 'undo':
      return { type: verb }
    case 'extend':
      return { type: 'extend', nodeId: here, seconds: 1 + n }
    case 'kick':
    case 'kick_for_now':
      return { type: 'kick', participantId, mayReturn: verb === 'kick_for_now' }
    case 'readmit':
      return { type: 'readmit', participantId }
    case 'add_helper':
      return { type: 'add_facilitator', userId: helper }
    case 'remove_helper':
      return { type: 'remove_facilitator', userId: helper }
    default:
      return unreachable(verb)
  }
}

function onButton(primary: NonNullable<HumuusViews['host']['primary']>, here: string): HumuusCommand {
  switch (primary) {
    case 'open_lobby':
    case 'start':
    case 'resume':
      return { type: primary }
    case 'close':
    case 'reveal':
      return { type: primary, nodeId: here }
    case 'show_scoreboard':
      return { type: 'show_scoreboard', shown: true }
    case 'next':
    case 'finish':
      return { type: 'next', from: here }
    default:
      return unreachable(primary)
  }
}
