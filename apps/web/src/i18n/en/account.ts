export const account = {
  title: 'Settings',
  intro: 'For this browser.',
} as const
