import type { RejectionCode } from '@humuus/workshop-engine'

/** Why something was refused, said about it: one line of a list. What the person read is in `rejections`. */
export const reasons = {
  signed_out: 'not signed in',
  not_allowed: 'only for facilitators',
  unknown_code: 'no workshop with this code',
  unknown_session: 'no such session',
  unknown_workshop: 'no such workshop',
  unknown_participant: 'person not in the workshop',
  unknown_step: 'no such step',

  not_open_yet: 'doors not open yet',
  session_over: 'workshop over',
  session_full: 'workshop full',
  late_join_closed: 'came after the start',
  kicked: 'removed by a facilitator',
  taken_over: 'went on elsewhere',
  not_joined: 'had not joined',
  name_empty: 'without a name',
  name_too_long: 'name too long',
  name_characters: 'name with characters that do not show',

  not_now: 'did not fit just then',
  step_changed: 'step had changed in the meantime',
  no_way_back: 'no step before the first',
  nothing_to_undo: 'nothing to undo',
  no_time_limit: 'step without a time limit',

  step_not_open: 'step not open yet',
  step_closed: 'step already closed',
  too_early: 'given while people read',
  paused: 'given in a pause',
  wrong_step_type: 'for another kind of step',
  invalid_answer: 'did not fit the question',

  malformed: 'not understood',
  workshop_invalid: 'mistake in the workshop file',
  too_large: 'too large',
  slow_down: 'too many at once',
  unavailable: 'could not be saved just then',
  storage_full: 'no room on the server',
  outdated_client: 'page too old',
  server_error: 'mistake on our side',
} as const satisfies Record<RejectionCode, string>
