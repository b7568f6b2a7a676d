import type { HumuusCommand } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { sentActs } from './sent-acts.ts'

const answer = (choice: number) => ({ type: 'answer' as const, choice: [choice] })
const pending = (nodeId: string, choice: number): { command: HumuusCommand } => ({
  command: { type: 'act', nodeId, node: 'quiz', act: answer(choice) },
})

test('what has no answer yet is shown as if it had arrived, oldest first', () => {
  const commands = [pending('soil', 0), pending('layers', 3), pending('soil', 2)]
  expect(sentActs({ acked: [], pending: commands, nodeId: 'soil', version: 9 })).toEqual([answer(0), answer(2)])
})

test('an acknowledged answer stays until the view contains it', () => {
  const acked = [{ nodeId: 'soil', act: answer(1), version: 12 }]
  const at = (version: number) => sentActs({ acked, pending: [], nodeId: 'soil', version })
  expect([at(11), at(12), at(13)]).toEqual([[answer(1)], [], []])
})

test('a newer answer on its way comes after the acknowledged one', () => {
  const acked = [{ nodeId: 'soil', act: answer(1), version: 12 }]
  expect(sentActs({ acked, pending: [pending('soil', 2)], nodeId: 'soil', version: 11 })).toEqual([
    answer(1),
    answer(2),
  ])
})

test('joining and renaming are no answers', () => {
  const commands: { command: HumuusCommand }[] = [{ command: { type: 'join', name: 'Kim' } }]
  expect(sentActs({ acked: [], pending: commands, nodeId: 'soil', version: 0 })).toEqual([])
})
