export const account = {
  title: 'Settings',
  languageHint: 'For this browser.',
  themeHint: 'For this browser. The screen of a session keeps its own.',
} as const
