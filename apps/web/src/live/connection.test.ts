import { describe, expect, it } from 'vitest'
import { connectionOf } from './connection.ts'

describe('the connection in a word', () => {
  it.each([
    ['online', { line: 'open', wasOpen: true, isOnline: true, isUnreachable: false }],
    // A laptop without a network that reaches its own server.
    ['online', { line: 'open', wasOpen: true, isOnline: false, isUnreachable: false }],
    ['online', { line: 'idle', wasOpen: false, isOnline: true, isUnreachable: false }],
    ['connecting', { line: 'connecting', wasOpen: false, isOnline: true, isUnreachable: false }],
    ['reconnecting', { line: 'connecting', wasOpen: true, isOnline: true, isUnreachable: false }],
    ['reconnecting', { line: 'down', wasOpen: false, isOnline: true, isUnreachable: false }],
    ['offline', { line: 'down', wasOpen: true, isOnline: false, isUnreachable: false }],
    ['offline', { line: 'idle', wasOpen: false, isOnline: false, isUnreachable: false }],
    ['reconnecting', { line: 'idle', wasOpen: false, isOnline: true, isUnreachable: true }],
  ] as const)('is %s for %o', (word, circumstances) => {
    expect(connectionOf(circumstances)).toBe(word)
  })
})
