/** Ways in which a system can break a rule, and the scenario that has to notice. */
export const faults = {
  'a reconnect erases all answers': 'C1',
  'every arrival counts': 'C2',
  'the first visitor is the host': 'C3',
  'who is still connected is refused': 'C4',
  'an older page is not told': 'C4',
  'nobody comes late': 'C5',
  'a new socket is a new person': 'C6',
  'everybody hears everything': 'C7',
  'answers at once overwrite each other': 'C8',
  'late answers are dropped without a word': 'C9',
  'late answers hit the current step': 'C9',
  'servers are strangers': 'C10',
  'a restart forgets the session': 'C11',
  'a restart forgets the last answers': 'C11',
  'timers die with the server': 'C11',
  'cursors are ignored': 'C12',
  'what a sleeper missed is not told': 'C12',
} as const satisfies Record<string, `C${number}`>

export type Fault = keyof typeof faults
