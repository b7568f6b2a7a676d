/** Workshop files that scenarios play. */

const file = (title: string, settings: object, ...nodes: object[]) => ({
  format: 'humuus/1',
  title: `Conformance: ${title}`,
  settings,
  nodes: [...nodes, { id: 'end', type: 'end', data: {} }],
})

const options = ['one', 'two', 'three', 'four'].map((text) => ({ text }))

/** A poll with four options that stays open until it is closed. */
export const poll = (id: string) => ({
  id,
  type: 'poll',
  closeWhenAllDone: false,
  data: { text: `What do you choose at step ${id}?`, options },
})

/** A quiz whose second option is right. */
export const quiz = (id: string, answerSeconds: number) => ({
  id,
  type: 'quiz',
  closeWhenAllDone: false,
  data: { text: '1 + 1', answerSeconds, options: [{ text: '3' }, { text: '2', correct: true }] },
})

export const onePoll = file('one poll', {}, poll('first'))
export const twoPolls = file('two polls', {}, poll('first'), poll('second'))
export const closedDoors = file('closed doors', { lateJoin: false }, poll('first'))
export const oneQuiz = (answerSeconds: number) => file('one quiz', {}, quiz('sum', answerSeconds))
