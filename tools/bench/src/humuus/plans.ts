/** A poll that stays open, for votes. */
export const pollPlan = {
  format: 'humuus/1',
  title: 'Votes',
  settings: { maxParticipants: 20_000 },
  nodes: [
    {
      id: 'mood',
      type: 'poll',
      closeWhenAllDone: false,
      data: { text: 'How are you?', options: [{ text: 'fine' }, { text: 'tired' }] },
    },
  ],
}

/** Slides that lead in a circle: one can go on for as long as one likes. */
export const slidesPlan = {
  format: 'humuus/1',
  title: 'Steps',
  settings: { maxParticipants: 20_000 },
  nodes: Array.from({ length: 10 }, (_, index) => ({
    id: `slide-${index}`,
    type: 'slide',
    data: { headline: `Part ${index}`, text: 'What everybody sees at the same moment.' },
    next: `slide-${(index + 1) % 10}`,
  })),
}

const choices = [{ text: 'fine', correct: true }, { text: 'tired' }, { text: 'hungry' }]
const asked = (id: string, type: string, data: object) => ({ id, type, closeWhenAllDone: false, data })

/** A bit of everything, leading in a circle. */
export const mixedPlan = {
  format: 'humuus/1',
  title: 'A lesson',
  nodes: [
    { id: 'welcome', type: 'slide', data: { headline: 'Welcome', text: 'What we are going to do.' } },
    asked('mood', 'poll', { text: 'How are you?', options: choices.map(({ text }) => ({ text })), results: 'live' }),
    asked('sum', 'quiz', { text: 'Which one is right?', options: choices }),
    asked('words', 'open-question', { text: 'What did you learn?', results: 'live' }),
    { ...asked('board', 'whiteboard', { text: 'What would you change?' }), next: 'welcome' },
  ],
}

/** A board on which all write together, so that every phone shows every note. */
export const boardPlan = {
  format: 'humuus/1',
  title: 'A board',
  nodes: [asked('board', 'whiteboard', { text: 'What would you change?', everyoneEdits: true })],
}
