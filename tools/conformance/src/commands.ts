import type { HumuusCommand } from '@humuus/workshop-engine'

export const vote = (nodeId: string, choice: number): HumuusCommand => ({
  type: 'act',
  nodeId,
  node: 'poll',
  act: { type: 'vote', choice: [choice] },
})

export const answer = (nodeId: string, choice: number): HumuusCommand => ({
  type: 'act',
  nodeId,
  node: 'quiz',
  act: { type: 'answer', choice: [choice] },
})
