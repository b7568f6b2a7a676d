/** Ways in which a system can break a rule, and the scenario that has to notice, with words of how it does. */
export const faults = {
  'a reconnect erases all answers': { id: 'C1', noticed: "Ann's own answer after coming back" },
  'every arrival counts': { id: 'C2', noticed: 'the answers to one command sent four times' },
  'the first visitor is the host': { id: 'C3', noticed: 'whether the first visitor is a facilitator' },
  'who is still connected is refused': { id: 'C4', noticed: 'a refusal of the phone that comes back' },
  'an older page is not told': { id: 'C4', noticed: 'what the older page is told' },
  'nobody comes late': { id: 'C5', noticed: 'the answer to Late, who joins' },
  'a new socket is a new person': { id: 'C6', noticed: "Ben's own answer after a reload" },
  'everybody hears everything': { id: 'C7', noticed: 'what a phone of another session hears' },
  'answers at once overwrite each other': { id: 'C8', noticed: 'the tally 6,6,6,6' },
  'late answers are dropped without a word': { id: 'C9', noticed: 'the answer to a vote when the step is closed' },
  'late answers hit the current step': { id: 'C9', noticed: 'the answer to a vote when the next step is on' },
  'servers are strangers': { id: 'C10', noticed: 'the answer to Ben, who joins' },
  'a restart forgets the session': { id: 'C11', noticed: "'s answer" },
  'a restart forgets the last answers': { id: 'C11', noticed: 'the report' },
  'timers die with the server': { id: 'C11', noticed: 'the step to close by itself' },
  'cursors are ignored': { id: 'C12', noticed: 'what the server sends first' },
  'what a sleeper missed is not told': { id: 'C12', noticed: 'what the server sends first' },
} as const satisfies Record<string, { id: `C${number}`; noticed: string }>

export type Fault = keyof typeof faults
