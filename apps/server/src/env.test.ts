import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

const good = {
  DATABASE_URL: 'postgresql://localhost/humuus',
  AUTH_SECRET: 'a'.repeat(32),
  INTERNAL_SECRET: 'b'.repeat(32),
}

test('what is not said has a sensible value', () => {
  expect(readEnv(good)).toMatchObject({ HOST: '127.0.0.1', PORT: 3_000, LOG_LEVEL: 'info' })
})

test.each([
  [{ DATABASE_URL: undefined }, 'DATABASE_URL: is missing'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: has to begin with postgresql://'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL: has to begin with redis://'],
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL: has to begin with smtp:// or smtps://'],
  [{ PORT: '99999' }, 'PORT: '],
  [{ PORT: 'http' }, 'PORT: '],
  [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET: needs at least 32 characters'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: '],
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
