import { seededRandom } from '@humuus/workshop-engine/testing'

/** The file of a short workshop, by seed: clocks that run out by themselves, and steps that wait for the facilitator. */
export function workshopOf(seed: string): object {
  const chance = seededRandom(`${seed} workshop`)
  const options = ['Red', 'Green', 'Blue', 'Yellow'].map((text) => ({ text }))
  const seconds = (low: number, high: number) => Math.round(chance.between(low, high) * 10) / 10
  const kinds = {
    poll: () => ({ type: 'poll', data: { text: 'Which one?', options, results: 'live' } }),
    timedPoll: () => ({ type: 'poll', data: { text: 'Quick: which one?', options, answerSeconds: seconds(2, 4) } }),
    quiz: () => ({ type: 'quiz', data: { text: 'Which is right?', options: right(), answerSeconds: seconds(2.5, 5) } }),
    words: () => ({ type: 'open-question', data: { text: 'What else?', maxAnswers: 2, showNames: true } }),
    countdown: () => ({ type: 'countdown', data: { text: 'A moment', seconds: seconds(0.8, 2) } }),
  } as const
  const right = () => options.map((option, index) => ({ ...option, correct: index === 1 }))
  const steps = Array.from({ length: 6 }, () => chance.pick(Object.values(kinds))())
  const nodes = [kinds.quiz(), ...steps, { type: 'end', data: {} }]
  return {
    format: 'humuus/1',
    title: `Chaos ${seed}`,
    nodes: nodes.map((node, index) => ({ id: `step-${index + 1}`, ...node })),
  }
}
