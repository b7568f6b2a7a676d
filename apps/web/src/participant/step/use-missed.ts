import type { Rejection } from '@humuus/workshop-engine'
import { useState } from 'react'
import { isPending } from '../../live/commands.ts'
import type { Commands } from '../../live/use-commands.ts'
import { useFreshRefusal } from './use-fresh-refusal.ts'

/** Where a session is on this phone. */
export interface Place {
  /** The step that is shown; `null` where none is. */
  readonly nodeId: string | null
  /** Another one for every step, and for the end. */
  readonly number: number
}

interface Seen {
  readonly place: Place
  /** The last command at the step before, if its answer may come too late. */
  readonly missed: string | null
  /** The refusal of something an earlier page left behind, and where the session was when it came. */
  readonly left: { readonly commandId: string; readonly number: number } | null
}

/**
 * Why an answer to a step that is over was not taken: one that waited for the network, or that the page before this one left
 * behind. `null`: none was missed. Said until the next step comes.
 */
export function useMissed(commands: Commands, place: Place): Rejection | null {
  const { number, nodeId } = place
  const [seen, see] = useState<Seen>({ place, missed: null, left: null })
  const before = seen.place.nodeId === null ? null : commands.latest(seen.place.nodeId)
  const isFresh = useFreshRefusal(before)
  if (seen.place.number !== number) {
    const mayMiss = before !== null && (isPending(before) || isFresh())
    see({ ...seen, place, missed: mayMiss ? before.commandId : null })
  }
  const left = commands.all.findLast(
    ({ isFound, command, state }) => isFound && state === 'refused' && command.type === 'act',
  )
  if (left !== undefined && left.commandId !== seen.left?.commandId) {
    see({ ...seen, left: { commandId: left.commandId, number } })
  }

  const isMissed = (commandId: string) =>
    commandId === seen.missed || (commandId === seen.left?.commandId && seen.left.number === number)
  // At its own step, the bar at the foot says it.
  const isElsewhere = (one: Commands['all'][number]) => one.command.type === 'act' && one.command.nodeId !== nodeId
  return commands.all.findLast((one) => isMissed(one.commandId) && isElsewhere(one))?.rejection ?? null
}
