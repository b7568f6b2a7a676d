/** The door is not open, or not for this person. */
export const door = {
  doorsSoon: 'The doors open in a moment.',
  doorsSoonHint: 'Keep this page open. You are in as soon as they do.',
  full: 'Every place is taken.',
  fullHint: 'Ask the facilitator: there may be room for one more.',
  lateClosed: 'The workshop has already begun.',
  lateClosedHint: 'It takes nobody in after the start. Ask the facilitator if that is a mistake.',
  over: 'This workshop is over.',
  overHint: 'You were not part of it on this device, so there is nothing here to look back at.',
  kicked: 'A facilitator has removed you from this workshop.',
  kickedHint: 'If that was a mistake, talk to the facilitator.',
  mayReturn: 'You may come back.',
  left: 'You have left the workshop.',
  leftHint: 'Your answers stay. You can come back while it runs.',
  comeBack: 'Come back',
  another: 'Join another workshop',
} as const
