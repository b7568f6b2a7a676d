import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@humuus/db/testing'
import pino from 'pino'
import { expect, test } from 'vitest'
import { readEnv } from '../../env.ts'
import { startServer } from '../../server.ts'
import { Browser } from '../../testing/browser.ts'
import { clientId, clientSecret, testProvider } from '../../testing/open-id-provider.ts'
import { callbackPath, startPath } from '../../testing/provider-world.ts'

test('the log says what is wrong with a provider, and nothing about people or secrets', async () => {
  await using database = await testDatabase()
  await using provider = await testProvider()
  const lines: string[] = []
  const env = readEnv({
    PORT: '0',
    DATABASE_URL: database.url,
    FILES_DIR: join(tmpdir(), 'humuus-files-log'),
    AUTH_SECRET: 'a'.repeat(32),
    INTERNAL_SECRET: 'b'.repeat(32),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  })
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  await using server = await startServer(env, log)
  const browser = new Browser(server.url)
  await browser.go(startPath)
  provider.serve(`${server.url}${callbackPath}`)
  const person = { sub: 'number-of-ann', email: 'ann@example.org', email_verified: true, name: 'Annabel Lee' }
  const secrets: string[] = [...Object.values(person).map(String), clientSecret].filter((text) => text !== 'true')
  const begin = async () => {
    browser.forget(provider.issuer)
    const callback = await browser.go(startPath, { before: callbackPath })
    secrets.push(callback.searchParams.get('state') ?? '', callback.searchParams.get('code') ?? 'x'.repeat(43))
    return callback
  }

  provider.next = person
  const good = await begin()
  await browser.go(good.href)
  await browser.go(good.href)
  const wrong = await begin()
  wrong.searchParams.set('code', 'x'.repeat(43))
  await browser.go(wrong.href)
  provider.next = null
  const denied = await begin()
  denied.searchParams.set('error', 'Ann said: no')
  await browser.go(denied.href)

  const said = lines.join('')
  for (const words of ['provider_off', 'provider_refused', 'invalid_grant', 'OAUTH_']) expect(said).toContain(words)
  for (const secret of [...secrets, 'Ann said']) expect(said).not.toContain(secret)
})
