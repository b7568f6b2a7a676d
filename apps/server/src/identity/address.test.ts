import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { addressOf, protocolOf } from './address.ts'

/** A request that somebody sends to us from an address, saying these things about itself. */
const request = (remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage =>
  ({ socket: { remoteAddress }, connection: { remoteAddress }, headers }) as unknown as IncomingMessage

const via = (chain: string) => request('10.0.0.1', { 'x-forwarded-for': chain, 'x-forwarded-proto': 'https' })

describe('where a request comes from', () => {
  test.each([
    [0, '10.0.0.1'],
    [1, '198.51.100.7'],
    [2, '203.0.113.9'],
    [['10.0.0.0/8'], '198.51.100.7'],
    [['192.0.2.0/24'], '10.0.0.1'],
  ] as const)('is what trusted proxies say, and nobody else: %j', (trusted, address) => {
    expect(addressOf(trusted)(via('203.0.113.9, 198.51.100.7'))).toBe(address)
  })

  test('is one network for everybody in it, where addresses are as many as one likes', () => {
    const from = addressOf(0)
    expect(from(request('2001:db8:1:2:aaaa::1'))).toBe(from(request('2001:db8:1:2:ffff:1:2:3')))
    expect(from(request('2001:db8:1:2::1'))).not.toBe(from(request('2001:db8:1:3::1')))
    expect(from(request('::ffff:198.51.100.7'))).toBe('198.51.100.7')
  })
})

test.each([
  [0, 'http'],
  [1, 'https'],
  [['192.0.2.0/24'], 'http'],
] as const)('whether it came over HTTPS is said by a trusted proxy alone: %j', (trusted, protocol) => {
  expect(protocolOf(trusted)(via('198.51.100.7'))).toBe(protocol)
  expect(protocolOf(trusted)(request('10.0.0.1'))).toBe('http')
})

test('of several proxies the nearest one says it', () => {
  expect(protocolOf(1)(request('10.0.0.1', { 'x-forwarded-proto': 'https, http' }))).toBe('http')
})
