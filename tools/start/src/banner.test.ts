import { describe, expect, test } from 'vitest'
import { fromTheNetwork, fromThisMachine } from './addresses.mjs'
import { banner } from './banner.mjs'
import { qrCode } from './qr.mjs'

const alone = { here: 'http://127.0.0.1:3000', network: [], code: null, seconds: 1.234, colours: false }

describe('what stands on the screen once everything runs', () => {
  test('says where to go, how to let phones in and how to stop', () => {
    expect(banner(alone)).toBe(`
  humuus is running (after 1.2 s)

  Join    http://127.0.0.1:3000
  Host    http://127.0.0.1:3000/library   a demo workshop is there to try
  Phones  HOST=0.0.0.0 npm start          lets in those on the same network
  Stop    Ctrl-C
`)
  })

  test('has the addresses for phones and a code to scan where they can come in', async () => {
    const network = ['http://192.168.7.5:3000', 'http://10.0.0.2:3000']
    const text = banner({ ...alone, network, code: await qrCode('http://192.168.7.5:3000') })
    expect(text).toMatch(
      /Phones {2}http:\/\/192\.168\.7\.5:3000 +on the same network\n {10}http:\/\/10\.0\.0\.2:3000\n/,
    )
    expect(text).toMatch(/[█▀▄]{10}/)
  })

  test('is plain text where the terminal takes no colours', () => {
    expect(banner(alone)).not.toContain('\x1b')
    expect(banner({ ...alone, colours: true })).toContain('\x1b[1m')
  })
})

describe('the address', () => {
  test.each([
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['::', 'http://[::1]:80'],
    ['::1', 'http://[::1]:80'],
    ['192.168.7.5', 'http://192.168.7.5:80'],
    ['localhost', 'http://localhost:80'],
  ])('on this machine, when listening to %s, is %s', (host, url) => {
    expect(fromThisMachine(host, 80)).toBe(url)
  })

  test.each(['127.0.0.1', '127.0.0.2', '::1', 'localhost'])(
    'for phones does not exist when listening to %s',
    (host) => {
      expect(fromTheNetwork(host, 80)).toEqual([])
    },
  )

  test('for phones is the one that is listened to', () => {
    expect(fromTheNetwork('192.168.7.5', 80)).toEqual(['http://192.168.7.5:80'])
  })
})
