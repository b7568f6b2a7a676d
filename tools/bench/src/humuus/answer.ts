import type { HumuusCommand } from '@humuus/workshop-engine'

/** What the person on this seat says at a step; `null` where nothing is asked. */
export function answerAt(nodeId: string, type: string, who: number): HumuusCommand | null {
  switch (type) {
    case 'poll':
      return { type: 'act', nodeId, node: 'poll', act: { type: 'vote', choice: [who % 3] } }
    case 'quiz':
      return { type: 'act', nodeId, node: 'quiz', act: { type: 'answer', choice: [who % 3] } }
    case 'open-question':
      return { type: 'act', nodeId, node: 'open-question', act: { type: 'answer', slot: 0, text: `Remark ${who}` } }
    case 'whiteboard':
      return { type: 'act', nodeId, node: 'whiteboard', act: { type: 'add', text: `Note ${who}`, colour: 'yellow' } }
    default:
      return null
  }
}
