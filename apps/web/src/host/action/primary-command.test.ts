import type { PrimaryAction } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import type { HostView } from '../console-state.ts'
import { primaryCommand } from './primary-command.ts'

const at = (primary: PrimaryAction) => primaryCommand({ primary, step: { nodeId: 'soil' } as HostView['step'] })

test.each([
  ['close', { type: 'close', nodeId: 'soil' }],
  ['reveal', { type: 'reveal', nodeId: 'soil' }],
  ['show_scoreboard', { type: 'show_scoreboard', shown: true }],
  ['next', { type: 'next', from: 'soil' }],
  ['finish', { type: 'next', from: 'soil' }],
  ['resume', { type: 'resume' }],
] as const)('when the big button says %j, it names the step it is meant for', (primary, command) => {
  expect(at(primary)).toEqual(command)
})

test.each(['open_lobby', 'start'] as const)('before the first step it says %j', (primary) => {
  expect(primaryCommand({ primary, step: null })).toEqual({ type: primary })
})

test('when there is nothing left to do, it does nothing', () => {
  expect(at(null)).toBeNull()
})
