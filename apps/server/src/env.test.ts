import { expect, test } from 'vitest'
import { readEnv } from './env.ts'
import { oidcSettings } from './identity/oidc/settings.ts'

const good = {
  DATABASE_URL: 'postgresql://localhost/humuus',
  AUTH_SECRET: 'a'.repeat(32),
  INTERNAL_SECRET: 'b'.repeat(32),
}

const provider = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'humuus', OIDC_CLIENT_SECRET: 'short secret' }

test('what is not said has a sensible value', () => {
  expect(readEnv(good)).toMatchObject({ HOST: '127.0.0.1', PORT: 3_000, LOG_LEVEL: 'info' })
})

test('a provider is called by its host until it has a name', () => {
  expect(oidcSettings(readEnv(good))).toBeNull()
  expect(oidcSettings(readEnv({ ...good, ...provider }))).toEqual({
    issuer: 'https://id.example',
    clientId: 'humuus',
    clientSecret: 'short secret',
    name: 'id.example',
    scopes: 'openid email profile',
  })
  const here = { ...provider, OIDC_ISSUER: 'http://127.0.0.1:9000/realm', OIDC_NAME: 'Our school' }
  expect(oidcSettings(readEnv({ ...good, ...here }))).toMatchObject({ name: 'Our school' })
})

test.each([
  [{ DATABASE_URL: undefined }, 'DATABASE_URL: is missing'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: has to begin with postgresql://'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL: has to begin with redis://'],
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL: has to begin with smtp:// or smtps://'],
  [{ PORT: '99999' }, 'PORT: '],
  [{ PORT: 'http' }, 'PORT: '],
  [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET: needs at least 32 characters'],
  [{ HOUSEKEEPING_HOURS: '0' }, 'HOUSEKEEPING_HOURS: '],
  [{ FILE_EXPIRY_MINUTES: 'hourly' }, 'FILE_EXPIRY_MINUTES: '],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: '],
  [{ ...provider, OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET: is missing'],
  [{ ...provider, OIDC_CLIENT_ID: undefined }, 'OIDC_CLIENT_ID: is missing'],
  [{ ...provider, OIDC_ISSUER: undefined }, 'OIDC_ISSUER: is missing'],
  [{ ...provider, OIDC_ISSUER: 'short' }, 'OIDC_ISSUER: has to begin with https://'],
  [{ ...provider, OIDC_ISSUER: 'http://short.example' }, 'OIDC_ISSUER: has to begin with https://'],
  [{ ...provider, OIDC_SCOPES: 'email' }, 'OIDC_SCOPES: has to contain openid'],
])('%o is refused in one line', (change, words) => {
  const attempt = () => readEnv({ ...good, ...change })
  expect(attempt).toThrow(words)
  try {
    attempt()
  } catch (error) {
    expect(String(error)).not.toContain('\n')
    expect(String(error)).not.toContain('short')
  }
})
