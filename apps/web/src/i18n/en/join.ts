export const join = {
  title: 'Join',
  heading: 'Enter the code',
  codeLabel: 'Code, six digits',
  hint: 'Six digits. They are on the screen.',
  lookingUp: 'Looking for the workshop…',
  notFound: 'No workshop has this code. Look at the screen once more.',
  host: 'Host a workshop',
} as const
