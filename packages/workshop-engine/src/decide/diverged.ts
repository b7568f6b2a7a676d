import { conflictWindow } from '../conflict.ts'
import { systemUser } from '../event.ts'
import { nextStep } from '../next-step.ts'
import { findNode } from '../node-catalog.ts'
import { type Refused, reject } from '../rejection.ts'
import type { StepLeft, Trace } from '../state.ts'
import { unreachable } from '../unreachable.ts'
import { raiseConflict } from './conflicts.ts'
import { type Decision, type DecisionContext, userOf } from './context.ts'

/** A way out of a step, as a facilitator wished it. */
export type CourseWish =
  | { readonly type: 'next' | 'back'; readonly from: string }
  | { readonly type: 'jump'; readonly from: string; readonly to: string }

/**
 * A wish to leave a step that is no longer current. If another facilitator has just led the workshop elsewhere, that is a
 * conflict; any other late click hits nothing.
 */
export function diverged(context: DecisionContext, current: string, wish: CourseWish): Decision {
  const left = context.state.left.get(wish.from)
  if (!left || !isJustNowBySomebodyElse(context, left)) return reject('step_changed')
  const wanted = target(context, wish, left)
  if (!wanted.ok) return wanted
  if (wanted.to === current || wanted.to === wish.from) return reject('step_changed')
  return raiseConflict(context, wish.from, {
    kind: 'course',
    about: '',
    theirs: { by: left.by, what: current },
    mine: wanted.to,
    outcome: [],
  })
}

/** Done so short a time ago by another person that somebody could not know it yet. The clock of a step is nobody. */
export function isJustNowBySomebodyElse({ actor, now }: DecisionContext, { by, at }: Trace): boolean {
  return by !== userOf(actor) && by !== systemUser && now - at <= conflictWindow
}

/** Where the wish would have led; `null`: to the end. */
function target(
  { state }: DecisionContext,
  wish: CourseWish,
  left: StepLeft,
): { readonly ok: true; readonly to: string | null } | Refused {
  switch (wish.type) {
    case 'next':
      return { ok: true, to: nextStep(state, wish.from)?.id ?? null }
    case 'back':
      return left.back === null ? reject('step_changed') : { ok: true, to: left.back }
    case 'jump':
      if (!findNode(state, wish.to)) return reject('unknown_step')
      return state.takenOut.has(wish.to) ? reject('step_removed') : { ok: true, to: wish.to }
    default:
      return unreachable(wish)
  }
}
