import type { SystemCommand } from '../command.ts'
import { closesAt } from '../deadline.ts'
import type { WorkshopEvent } from '../event.ts'
import { isOver } from '../phase.ts'
import { type EpochMs, type Step, stepPhase, type WorkshopState } from '../state.ts'
import { unreachable } from '../unreachable.ts'
import { acceptedAndAllDone } from './all-done.ts'
import { accept, type Decision, type DecisionContext, event, nothing } from './context.ts'
import { heedNews } from './files.ts'
import { forget } from './forget.ts'
import { goesOnAfterReveal, goOn } from './step-change.ts'

type PresenceCommand = Extract<SystemCommand, { type: 'presence' }>
type Pages = NonNullable<PresenceCommand['pages']>

/** Clock, presence, accounts, files, what is left behind. All are harmless when late, early or repeated. */
export function decideSystem(context: DecisionContext, command: SystemCommand): Decision {
  switch (command.type) {
    case 'tick':
      return tick(context)
    case 'presence':
      return presence(context, command)
    case 'forget':
      return forget(context, command.userId)
    case 'abandon':
      return abandon(context)
    case 'file':
      return heedNews(context, command)
    default:
      return unreachable(command)
  }
}

/** Ends what nobody ever came to, unless somebody who runs it is there just now. */
function abandon(context: DecisionContext): Decision {
  const { flow, people, facilitators } = context.state
  const hasBegun = flow.phase !== 'created' && flow.phase !== 'lobby'
  if (hasBegun || people.size > 0 || facilitators.some(({ present }) => present)) return nothing
  return accept(event(context, 'ended', {}))
}

/** Does what is due now, or nothing. */
function tick(context: DecisionContext): Decision {
  const { phase, step } = context.state.flow
  if (phase !== 'active' || step === null) return nothing
  if (stepPhase(context.state.flow, step.nodeId) === 'open' && isDue(closesAt(step), context.now))
    return timeIsUp(context, step)
  return isDue(step.goesOnAt, context.now) ? goOn(context) : nothing
}

const isDue = (clock: number | null, now: number): boolean => clock !== null && clock <= now

/** A step that goes on by itself shows its results at once; any other waits for the facilitator. */
function timeIsUp(context: DecisionContext, step: Step): Decision {
  const goesOnAt = goesOnAfterReveal(context, step.nodeId)
  if (goesOnAt === null) return accept(event(context, 'closed', { reason: 'time' }, step.nodeId))
  return accept(event(context, 'revealed', { reason: 'time', goesOnAt }, step.nodeId))
}

/** Who is here has changed. A facilitator who arrives opens the lobby; a step may be done because somebody went. */
function presence(context: DecisionContext, { present, away, on, pages = {} }: PresenceCommand): Decision {
  const { state } = context
  if (isOver(state.flow.phase)) return nothing
  const arrived = present.filter(
    (id) =>
      isAway(state, id) ||
      (isHere(state, id) && on !== undefined && cameTo(state, id, on, pages[id]?.since ?? context.now)),
  )
  // Somebody who went on to another server did not go.
  const gone = away.filter((id) => isHere(state, id) && mayTell(state, id, on))
  if (arrived.length === 0 && gone.length === 0) return nothing
  const place = on === undefined ? {} : { on, ...pagesOf(arrived, pages) }
  const events: WorkshopEvent[] = [event(context, 'presence_changed', { present: arrived, away: gone, ...place })]
  if (state.flow.phase === 'created' && arrived.some((id) => state.facilitators.has(id))) {
    events.push(event(context, 'lobby_opened', {}))
  }
  return acceptedAndAllDone(context, ...events)
}

const isHere = (state: WorkshopState, id: string): boolean =>
  state.people.get(id)?.standing === 'present' || state.facilitators.get(id)?.present === true

const isAway = (state: WorkshopState, id: string): boolean =>
  state.people.get(id)?.standing === 'away' || state.facilitators.get(id)?.present === false

/** Whether this is where they came last, and not known yet: of two servers the order of coming counts, not that of telling. */
function cameTo({ whereabouts }: WorkshopState, id: string, on: string, since: EpochMs): boolean {
  const place = whereabouts.get(id)
  return place === undefined || (place.on !== on && since > place.since)
}

/** Whether this server is the one that can tell that somebody went. */
function mayTell({ whereabouts }: WorkshopState, id: string, on: string | undefined): boolean {
  const place = whereabouts.get(id)
  return place === undefined || on === undefined || place.on === on
}

function pagesOf(ids: readonly string[], pages: Pages): { pages?: Pages } {
  const theirs = ids.flatMap((id) => (pages[id] === undefined ? [] : [[id, pages[id]] as const]))
  return theirs.length === 0 ? {} : { pages: Object.fromEntries(theirs) }
}
