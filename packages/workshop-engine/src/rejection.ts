/** Every reason for which a person's wish is refused. The web app turns each into words, in every language. */
export const rejectionCodes = [
  // who and where
  'signed_out',
  'not_allowed',
  'unknown_code',
  'unknown_session',
  'unknown_workshop',
  'unknown_participant',
  'unknown_step',
  // joining
  'not_open_yet',
  'session_over',
  'session_full',
  'late_join_closed',
  'kicked',
  'taken_over',
  'not_joined',
  'name_empty',
  'name_too_long',
  'name_characters',
  'name_mixed_scripts',
  // the course of the workshop
  'not_now',
  'step_changed',
  'no_way_back',
  'nothing_to_undo',
  'no_time_limit',
  'step_opened',
  'step_removed',
  'last_step',
  // what two wanted
  'unknown_conflict',
  'too_many_conflicts',
  // answering
  'step_not_open',
  'step_closed',
  'too_early',
  'paused',
  'wrong_step_type',
  'invalid_answer',
  'unknown_note',
  'unknown_card',
  'unknown_file',
  'takes_no_card',
  'no_room',
  // the edge
  'malformed',
  'workshop_invalid',
  'too_large',
  'slow_down',
  'too_many_tries',
  'two_identities',
  'unavailable',
  'storage_full',
  'outdated_client',
  'server_error',
] as const

export type RejectionCode = (typeof rejectionCodes)[number]

/** A refusal as a value: `params` fill the words that belong to the code (for example `{ max: 40 }`). */
export interface Rejection {
  readonly code: RejectionCode
  readonly params?: Readonly<Record<string, string | number>>
}

export interface Refused {
  readonly ok: false
  readonly rejection: Rejection
}

/** Says no, in a form the client has words for. */
export function reject(code: RejectionCode, params?: Readonly<Record<string, string | number>>): Refused {
  return { ok: false, rejection: params === undefined ? { code } : { code, params } }
}
