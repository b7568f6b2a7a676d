import { describe, expect, test } from 'vitest'
import { readEnvironment } from './environment.mjs'

describe('the environment', () => {
  test('may be empty: one machine, port 3000, nothing else needed', () => {
    expect(readEnvironment({ PORT: '', HUMUUS_DATA: ' ' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: null,
      databaseUrl: null,
      redisUrl: null,
      smtpUrl: null,
      mailFrom: null,
      logLevel: 'warn',
    })
  })

  test.each([
    ['PORT', '1'],
    ['PORT', '65535'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', 'localhost'],
    ['HOST', 'stage-2.example.org'],
    ['DATABASE_URL', 'postgresql://ann:secret@db/humuus?sslmode=require'],
    ['DATABASE_URL', 'postgres:///humuus?host=/run/postgresql'],
    ['REDIS_URL', 'rediss://:secret@cache:6380/1'],
    ['SMTP_URL', 'smtp://mail'],
    ['SMTP_URL', 'smtps://ann:secret@mail.example?requireTLS=true'],
    ['MAIL_FROM', 'no-reply@example.org'],
    ['MAIL_FROM', '"Ann, humuus" <ann@localhost>'],
    ['LOG_LEVEL', 'silent'],
  ])('takes %s=%s', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).not.toThrow()
  })

  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PORT', '80.5'],
    ['HOST', '256.1.1.1'],
    ['HOST', 'http://here'],
    ['HOST', '127.0.0.1:3000'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://ann:secret@db/humuus'],
    ['DATABASE_URL', 'secret'],
    ['REDIS_URL', 'secret:6379'],
    ['SMTP_URL', 'secret'],
    ['SMTP_URL', 'mail:587'],
    ['SMTP_URL', 'smtp:mail'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'humuus'],
    ['MAIL_FROM', 'a@b, c@d'],
    ['MAIL_FROM', 'humuus <a@b\r\nBcc: c@d>'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} must [^\n]+$`))
  })

  test.each(['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'MAIL_FROM'])(
    'never repeats what may be a password in %s',
    (name) => {
      expect(() => readEnvironment({ [name]: 'ftp://ann:secret@host' })).toThrow(/^(?!.*secret)/)
    },
  )
})
