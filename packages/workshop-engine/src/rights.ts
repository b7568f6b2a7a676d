import type { Actor, Command } from './command.ts'
import type { WorkshopState } from './state.ts'

/** What somebody is in a session: `participant` once they joined, for good. One person may be several of them. */
export const sessionRoles = ['participant', 'co-facilitator', 'facilitator'] as const

export type SessionRole = (typeof sessionRoles)[number]

/** `anybody`: a signed-in person, in the session or not · `system`: clock, presence, accounts, files and what is left behind. */
export type Speaker = SessionRole | 'anybody' | 'system'

export type CommandType = Command['type']

/** Who may give which command. Rules about the object of a command (`isOwnName`, `mayKick`) come after this. */
export const commandRights = {
  join: ['anybody'],
  leave: ['participant'],
  act: ['participant'],
  rename: ['participant', 'co-facilitator', 'facilitator'],

  open_lobby: ['co-facilitator', 'facilitator'],
  start: ['co-facilitator', 'facilitator'],
  next: ['co-facilitator', 'facilitator'],
  back: ['co-facilitator', 'facilitator'],
  jump: ['co-facilitator', 'facilitator'],
  close: ['co-facilitator', 'facilitator'],
  reveal: ['co-facilitator', 'facilitator'],
  reopen: ['co-facilitator', 'facilitator'],
  show_scoreboard: ['co-facilitator', 'facilitator'],
  pause: ['co-facilitator', 'facilitator'],
  resume: ['co-facilitator', 'facilitator'],
  extend: ['co-facilitator', 'facilitator'],
  undo: ['co-facilitator', 'facilitator'],
  remove_step: ['co-facilitator', 'facilitator'],
  restore_step: ['co-facilitator', 'facilitator'],
  use_card: ['co-facilitator', 'facilitator'],
  decide_conflict: ['co-facilitator', 'facilitator'],
  moderate: ['co-facilitator', 'facilitator'],
  kick: ['co-facilitator', 'facilitator'],
  readmit: ['co-facilitator', 'facilitator'],

  // Of others only the facilitator; a co-facilitator steps back (`mayRemoveFacilitator`).
  remove_facilitator: ['co-facilitator', 'facilitator'],
  add_facilitator: ['facilitator'],
  hand_over: ['facilitator'],
  end: ['facilitator'],

  tick: ['system'],
  presence: ['system'],
  forget: ['system'],
  abandon: ['system'],
  file: ['system'],
} as const satisfies Record<CommandType, readonly Speaker[]>

/** All that somebody is here. The role is looked up in the state, never believed. */
export function rolesOf({ people, facilitators }: WorkshopState, actor: Actor): readonly Speaker[] {
  if (actor.kind === 'system') return ['system']
  const runs = facilitators.get(actor.id)
  return ['anybody', ...(people.has(actor.id) ? ['participant' as const] : []), ...(runs ? [runs.role] : [])]
}

export function mayGive(roles: readonly Speaker[], type: CommandType): boolean {
  const rights: readonly Speaker[] = commandRights[type]
  return roles.some((role) => rights.includes(role))
}

/** Whether joining is all that somebody lacks. */
export const needsToJoin = (roles: readonly Speaker[], type: CommandType): boolean =>
  roles.includes('anybody') && mayGive(['participant'], type)
