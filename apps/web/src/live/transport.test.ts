import { describe, expect, it } from 'vitest'
import { advance, blockedForMs, initialTransport, type TransportEvent } from './transport.ts'

const now = 1_000_000
const failed: TransportEvent = { type: 'failed' }
const stuck: TransportEvent = { type: 'stuck' }
const proved: TransportEvent = { type: 'proved' }
const lookAgain: TransportEvent = { type: 'look_again' }
const http = (works: boolean): TransportEvent => ({ type: 'http_answered', works, now })
const socket = (works: boolean): TransportEvent => ({ type: 'socket_tried', works, now })

const after = (...events: TransportEvent[]) => events.reduce(advance, initialTransport(null, now))
const blocked = [failed, http(true), failed, http(true)]

describe('judging whether a network blocks WebSockets', () => {
  it.each([
    ['two refused sockets while HTTP works mean blocked', blocked, 'http'],
    ['one socket that hangs while HTTP works means blocked', [stuck, http(true)], 'http'],
    ['one refused socket is not enough: the server may just have come up', [failed, http(true)], 'socket'],
    ['a server that is down is not a block', [failed, http(false), failed, http(false), stuck, http(false)], 'socket'],
    [
      'a failure while the server was down does not count later',
      [failed, http(true), failed, http(false), failed, http(true)],
      'socket',
    ],
    ['any number of failures before one answer count once', [failed, failed, failed, http(true)], 'socket'],
    [
      'a socket that carried something clears the suspicion',
      [failed, http(true), proved, failed, http(true)],
      'socket',
    ],
    ['where a socket has worked, three failures are a bad network', [proved, ...blocked, failed, http(true)], 'socket'],
    ['where a socket has worked, four failures are a block', [proved, ...blocked, ...blocked], 'http'],
    ['another network gets no credit from the last one', [proved, lookAgain, ...blocked], 'http'],
    [
      'an answer that comes after the socket worked is ignored',
      [failed, http(true), failed, proved, http(true)],
      'socket',
    ],
    ['another network clears the suspicion', [failed, http(true), lookAgain, failed, http(true)], 'socket'],
    ['a block ends when a socket is tried and works', [...blocked, lookAgain, socket(true)], 'socket'],
    ['a block stays when a socket is tried and fails', [...blocked, lookAgain, socket(false)], 'http'],
    ['a block is not ended by what is left of old sockets', [...blocked, proved, failed, http(false)], 'http'],
  ] as const)('%s', (_, events, carrier) => {
    expect(after(...events).carrier).toBe(carrier)
  })

  it('asks whether HTTP works after a failure, and whether a socket opens when it looks again at a block', () => {
    expect(after(failed).question).toBe('does_http_work')
    expect(after(failed, http(true)).question).toBeNull()
    expect(after(...blocked).question).toBeNull()
    expect(after(...blocked, lookAgain).question).toBe('does_a_socket_open')
  })

  it('looks again after five minutes, and again after each vain look', () => {
    expect(after(...blocked).retryAt).toBe(now + blockedForMs)
    const later = advance(after(...blocked, lookAgain), { type: 'socket_tried', works: false, now: now + 7 })
    expect(later.retryAt).toBe(now + 7 + blockedForMs)
    expect(after(...blocked, lookAgain, socket(true)).retryAt).toBeNull()
  })

  it('begins with what the browser session remembers, unless that is over', () => {
    expect(initialTransport(now + 1, now)).toMatchObject({ carrier: 'http', retryAt: now + 1 })
    expect(initialTransport(now - 1, now)).toMatchObject({ carrier: 'socket', retryAt: null })
    expect(initialTransport(null, now).carrier).toBe('socket')
  })
})
