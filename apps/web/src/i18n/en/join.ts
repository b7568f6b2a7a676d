export const join = {
  title: 'Join',
  heading: 'Enter the code',
  codeLabel: 'Code, six digits',
  hint: 'Six digits. They are on the screen.',
  lookingUp: 'Looking for the workshop…',
  host: 'Host a workshop',
} as const
