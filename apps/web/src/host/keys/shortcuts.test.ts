import { describe, expect, test } from 'vitest'
import type { HostView } from '../console-state.ts'
import { isTaken, shortcut } from './shortcuts.ts'

const open = {
  phase: 'active',
  primary: 'close',
  canGoBack: true,
  undoUntil: null,
  step: { nodeId: 'q', phase: 'open', collects: true },
} as unknown as HostView

describe('keys', () => {
  test.each([
    [' ', { type: 'close', nodeId: 'q' }],
    ['PageDown', { type: 'close', nodeId: 'q' }],
    ['ArrowLeft', { type: 'back', from: 'q' }],
    ['Enter', { type: 'reveal', nodeId: 'q' }],
    ['p', { type: 'pause' }],
    ['+', { type: 'extend', nodeId: 'q', seconds: 30 }],
    ['?', 'help'],
    ['z', null],
    ['x', null],
  ])('%j while answers are open', (key, expected) => {
    expect(shortcut(key, open)).toEqual(expected)
  })

  test('a paused workshop goes on', () => {
    expect(shortcut('p', { ...open, phase: 'paused' })).toEqual({ type: 'resume' })
  })

  test('before the start only the big button has a key', () => {
    const lobby = { ...open, phase: 'lobby', primary: 'start', step: null } as HostView
    expect(shortcut(' ', lobby)).toEqual({ type: 'start' })
    expect(shortcut('Enter', lobby)).toBeNull()
  })

  test('what is shown already is not shown again', () => {
    const revealed = { ...open, step: { ...open.step, phase: 'revealed' } } as HostView
    expect(shortcut('Enter', revealed)).toBeNull()
  })
})

describe('the focus', () => {
  const at = (tagName: string, role: string | null = null) => ({ tagName, role, isContentEditable: false })
  test.each([
    [at('INPUT'), 'p', false, true],
    [at('INPUT'), ' ', true, true],
    [at('BUTTON'), ' ', false, true],
    [at('BUTTON'), ' ', true, false],
    [at('BUTTON'), 'p', false, false],
    [at('DIV', 'menuitem'), 'p', false, true],
    [at('BODY'), ' ', false, false],
  ])('%o keeps %j (with a pointer: %s): %s', (element, key, isPointing, taken) => {
    expect(isTaken(element, { key, isPointing })).toBe(taken)
  })
})
