import type { RejectionCode } from '@humuus/workshop-engine'

/** What a person reads when a wish is refused. `{{max}}` and the like are filled from the refusal's `params`. */
export const rejections = {
  signed_out: 'You are signed out here. Load the page again.',
  not_allowed: 'Only facilitators can do this.',
  unknown_code: 'No workshop has this code. Look at the screen once more.',
  unknown_session: 'This session does not exist, or no longer.',
  unknown_workshop: 'This workshop does not exist, or no longer.',
  unknown_participant: 'This person is not in the workshop.',
  unknown_step: 'This step does not exist.',

  not_open_yet: 'The doors are not open yet. Try again in a moment.',
  session_over: 'This workshop is over.',
  session_full: 'The workshop is full.',
  late_join_closed: 'The workshop has started and takes nobody in any more.',
  kicked: 'A facilitator has removed you from this workshop.',
  taken_over: 'You went on in another window or on another device.',
  not_joined: 'You are not in the workshop. Join with the code.',
  name_empty: 'Please type a name.',
  name_too_long: 'This name is too long. {{max}} characters are enough.',
  name_characters: 'Please use letters and digits that everybody can see.',

  not_now: 'This does not fit here and now.',
  step_changed: 'The step has changed in the meantime. Nothing was done.',
  no_way_back: 'This is the first step.',
  nothing_to_undo: 'There is nothing left to undo.',
  no_time_limit: 'This step has no time limit.',

  step_not_open: 'This step is not open yet.',
  step_closed: 'This step closed while you were away.',
  too_early: 'Read first. Answers open in a moment.',
  paused: 'The workshop is paused. Try again when it goes on.',
  wrong_step_type: 'This answer belongs to another kind of step.',
  invalid_answer: 'This answer does not fit the question.',

  malformed: 'The server did not understand this. Load the page again.',
  workshop_invalid: 'There is a mistake in the workshop file.',
  too_large: 'That is too large.',
  slow_down: 'That was very quick. Take a breath and try again.',
  unavailable: 'This cannot be saved just now. We go on trying.',
  storage_full: 'There is no room left on the server. Your answers are kept here. Tell whoever runs it.',
  outdated_client: 'There is a newer version. Load the page again.',
  server_error: 'Something went wrong on our side. Try again.',
} as const satisfies Record<RejectionCode, string>
