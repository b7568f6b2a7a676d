import { expect, test } from 'vitest'
import { sessionEventData } from './event.ts'
import { namingActions, renamedInLog } from './names-in-log.ts'
import type { StoredAction } from './stored-action.ts'

const row = (userId: string, actionType: string, actionData: StoredAction['actionData']): StoredAction => ({
  version: 1,
  commandId: null,
  userId,
  nodeId: '',
  actionType,
  actionData,
  at: 1,
})

test.each([
  row('ann', 'joined', { name: 'Ann' }),
  row('ann', 'came_back', { name: 'Ann', later: true }),
  row('hal', 'renamed', { participantId: 'ann', name: 'Ann' }),
  row('hal', 'facilitator_added', { userId: 'ann', name: 'Ann' }),
  row('system', 'forgotten', { userId: 'ann', name: 'Ann' }),
])('F-6 the name of $actionType is replaced, and all else stays', (action) => {
  const data = { ...(action.actionData as object), name: 'Anonym' }
  expect(renamedInLog(action, 'ann', 'Anonym')).toEqual({ ...action, actionData: data })
  expect(renamedInLog(action, 'ann', 'Ann')).toBe(action)
  expect(renamedInLog(action, 'hal', 'Anonym')).toBe(action)
  expect(renamedInLog(action, 'system', 'Anonym')).toBe(action)
})

test.each([row('ann', 'left', {}), row('ann', 'open-question.answered', { slot: 0, text: 'Ann', name: 'Ann' })])(
  'F-6 what $actionType holds is no name',
  (action) => {
    expect(renamedInLog(action, 'ann', 'Anonym')).toBe(action)
  },
)

test('F-6 no event with a name is left out', () => {
  const withName = Object.entries(sessionEventData).filter(([, { shape }]) => 'name' in shape)
  expect(withName.map(([type]) => type).sort()).toEqual([...namingActions].sort())
})
