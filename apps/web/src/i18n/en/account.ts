export const account = {
  title: 'Settings',
  intro: 'For this browser.',
  device: 'This device',
  deviceHint:
    'There is no password: this browser is your key to the workshops you added, your sessions and their reports.',
  notKept: 'This browser keeps nothing. When you close this window, you are somebody new.',
  signOut: 'Sign out of this device',
  signOutHeading: 'Sign out of this device?',
  signOutLost:
    'Nobody can get back to the workshops you added, to your sessions and reports, not even you. Save what you need as a file first.',
  signOutStays: 'Sessions that are running go on, but only a co-facilitator can steer them.',
} as const
