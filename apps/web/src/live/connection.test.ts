import { describe, expect, it } from 'vitest'
import { connectionOf } from './connection.ts'

describe('the connection in a word', () => {
  it.each([
    ['online', { line: 'open', wasOpen: true, isOnline: true }],
    // A laptop without a network that reaches its own server.
    ['online', { line: 'open', wasOpen: true, isOnline: false }],
    ['online', { line: 'idle', wasOpen: false, isOnline: true }],
    ['connecting', { line: 'connecting', wasOpen: false, isOnline: true }],
    ['reconnecting', { line: 'connecting', wasOpen: true, isOnline: true }],
    ['reconnecting', { line: 'down', wasOpen: false, isOnline: true }],
    ['offline', { line: 'down', wasOpen: true, isOnline: false }],
    ['offline', { line: 'idle', wasOpen: false, isOnline: false }],
  ] as const)('is %s for %o', (word, circumstances) => {
    expect(connectionOf(circumstances)).toBe(word)
  })
})
