export const errors = {
  pageNotFound: 'There is nothing at this address.',
  pageNotFoundHint: 'The link may be old, or a letter went missing.',
  somethingBroke: 'Something went wrong here.',
  somethingBrokeHint: 'It is our mistake, not yours. What you sent is kept.',
  cannotReach: 'The server cannot be reached.',
  cannotReachHint: 'Check the network. We go on trying.',
  perhapsLost: 'That may not have arrived. Try again when you are online.',
  newVersion: 'There is a newer version of this page.',
  newVersionHint: 'Load it once more to go on.',
  reload: 'Load again',
  notAllowed: 'This page is for facilitators.',
  notAllowedHint: 'Open it in the browser in which the workshop was created.',
} as const
