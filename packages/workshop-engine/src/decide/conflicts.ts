import { type Conflict, conflictLimits } from '../conflict.ts'
import { isOver } from '../phase.ts'
import { reject } from '../rejection.ts'
import type { WorkshopState } from '../state.ts'
import { unreachable } from '../unreachable.ts'
import { acceptedAndAllDone } from './all-done.ts'
import { accept, type Decision, type DecisionContext, event, nodeEvent, nothing, userOf } from './context.ts'
import { jumpTo } from './step-change.ts'
import { takeCard } from './use-card.ts'

/** What somebody wished, against what was there first. */
export interface Wished extends Pick<Conflict, 'kind' | 'about' | 'theirs' | 'outcome'> {
  readonly mine: string | null
}

/** Keeps a wish until a facilitator decides. A person's newer wish about the same thing takes the place of the older one. */
export function raiseConflict(context: DecisionContext, nodeId: string, wished: Wished): Decision {
  const { open, raised } = context.state.conflicts
  const by = userOf(context.actor)
  const earlier = open.find((one) => one.nodeId === nodeId && one.about === wished.about && one.mine.by === by)
  if (earlier && isSameWish(earlier, wished)) return nothing
  if (!earlier && open.size >= conflictLimits.open) return reject('too_many_conflicts')
  const conflictId = earlier?.id ?? String(raised + 1)
  const { kind, about, theirs, mine, outcome } = wished
  const data = { conflictId, kind, about, theirs, mine: { by, what: mine }, outcome: [...outcome] }
  return accept(event(context, 'conflict_raised', data, nodeId))
}

function isSameWish(earlier: Conflict, { kind, theirs, mine }: Wished): boolean {
  const { by, what } = earlier.theirs
  return earlier.kind === kind && by === theirs.by && what === theirs.what && earlier.mine.what === mine
}

type Choice = 'mine' | 'theirs'

/** The first decision counts. One that can no longer be carried out is refused with the reason, and the question stays. */
export function decideConflict(context: DecisionContext, conflictId: string, choice: Choice): Decision {
  const conflict = context.state.conflicts.open.get(conflictId)
  if (!conflict) return isDecidedSo(context.state, conflictId, choice) ? nothing : reject('unknown_conflict')
  const decided = event(context, 'conflict_decided', { conflictId, choice }, conflict.nodeId)
  if (choice === 'theirs') return accept(decided)
  const granted = grant(context, conflict)
  return granted.ok ? acceptedAndAllDone(context, decided, ...granted.events) : granted
}

const isDecidedSo = ({ conflicts }: WorkshopState, id: string, choice: Choice): boolean =>
  conflicts.decided.some((one) => one.id === id && one.choice === choice)

/** What the later wish comes to now. */
function grant(context: DecisionContext, { kind, nodeId, mine, outcome }: Conflict): Decision {
  switch (kind) {
    case 'course':
      return goTo(context, mine.what)
    case 'card':
      return takeCard(context, nodeId, mine.what ?? '')
    case 'changed':
    case 'gone':
      return accept(...outcome.map((data) => nodeEvent(context, nodeId, data)))
    default:
      return unreachable(kind)
  }
}

function goTo(context: DecisionContext, nodeId: string | null): Decision {
  if (isOver(context.state.flow.phase)) return reject('session_over')
  return nodeId === null ? accept(event(context, 'completed', {})) : jumpTo(context, nodeId)
}
