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
