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
      authSecret: null,
      internalSecret: null,
      tokenDays: 30,
      serverSettings: {},
      fileSettings: {},
      telemetrySettings: {},
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
    ['METRICS_PORT', '9101'],
    ['METRICS_TOKEN', 'sixteen letters!'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:4318'],
    ['OTEL_TRACES_SAMPLER_ARG', '0.05'],
    ['AUTH_SECRET', 'a'.repeat(32)],
    ['AUTH_SECRET', `${'a'.repeat(32)}, ${'b'.repeat(32)}`],
    ['INTERNAL_SECRET', 'a'.repeat(32)],
    ['PUBLIC_URL', 'https://workshops.example.org'],
    ['PUBLIC_URL', 'http://192.168.1.5:3000/'],
    ['TOKEN_DAYS', '2'],
    ['TOKEN_DAYS', '400'],
    ['WHO_MAY_HOST', 'registered'],
    ['CONFIRM_EMAIL', 'no'],
    ['TRUST_PROXY', '0'],
    ['TRUST_PROXY', 'loopback, 10.0.0.0/8, fd00::/8, 192.0.2.1'],
    ['EMBED_ORIGINS', 'https://school.example.org http://127.0.0.1:8080/'],
    ['MAX_FILE_MB', '200'],
    ['FILE_DAYS', '3650'],
    ['SERVE_UNSCANNED', 'no'],
    ['FILES_URL', 'https://files.example.org'],
    ['FILES_DIR', '/srv/files'],
    ['CLAMAV_URL', 'tcp://clamav:3310'],
    ['CLAMAV_URL', 'unix:/run/clamav/clamd.ctl'],
    ['OIDC_NAME', 'Our school'],
    ['OIDC_SCOPES', 'openid'],
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
    ['METRICS_PORT', '0'],
    ['METRICS_TOKEN', 'secret'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['AUTH_SECRET', 'secret'],
    ['AUTH_SECRET', `${'a'.repeat(32)},secret`],
    ['AUTH_SECRET', `${'a'.repeat(32)},`],
    ['INTERNAL_SECRET', 'secret'],
    ['PUBLIC_URL', 'workshops.example.org'],
    ['PUBLIC_URL', 'https:workshops.example.org'],
    ['PUBLIC_URL', 'ftp://workshops.example.org'],
    ['TOKEN_DAYS', '1'],
    ['TOKEN_DAYS', '401'],
    ['TOKEN_DAYS', 'thirty'],
    ['TOKEN_DAYS', '3e1'],
    ['WHO_MAY_HOST', 'nobody'],
    ['CONFIRM_EMAIL', 'true'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.1, '],
    ['EMBED_ORIGINS', 'school.example.org'],
    ['EMBED_ORIGINS', 'https://school.example.org; https://a.example'],
    ['EMBED_ORIGINS', 'https://school.example.org/page'],
    ['MAX_FILE_MB', '0'],
    ['PERSON_QUOTA_MB', '1.5'],
    ['FILE_DAYS', 'forever'],
    ['SERVE_UNSCANNED', 'maybe'],
    ['FILES_URL', 'files.example.org'],
    ['OIDC_ISSUER', 'http://login.example.org'],
    ['OIDC_ISSUER', 'login.example.org'],
    ['CLAMAV_URL', 'clamav:3310'],
    ['CLAMAV_URL', 'tcp://'],
    ['S3_ENDPOINT', 'store.example.org'],
    ['S3_FORCE_PATH_STYLE', 'true'],
    ['OIDC_NAME', 'x'.repeat(41)],
    ['OIDC_SCOPES', 'email profile'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} must [^\n]+$`))
  })

  const provider = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'humuus', OIDC_CLIENT_SECRET: 'secret' }

  test('takes all that belongs to a provider, and passes on what was said', () => {
    const { serverSettings, tokenDays } = readEnvironment({ ...provider, TOKEN_DAYS: ' 60 ', CONFIRM_EMAIL: '' })
    expect(serverSettings).toEqual({ ...provider, TOKEN_DAYS: '60' })
    expect(tokenDays).toBe(60)
  })

  test.each(Object.keys(provider))('refuses a provider without %s', (name) => {
    const rest = { ...provider, [name]: '' }
    expect(() => readEnvironment(rest)).toThrow(new RegExp(`^${name} must be set, too: (?!.*secret)[^\n]+$`))
  })

  const store = { S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'humuus', S3_SECRET_ACCESS_KEY: 'secret' }

  test('takes all that belongs to a bucket', () => {
    expect(readEnvironment({ ...store, CONFIRM_EMAIL: '' }).fileSettings).toEqual(store)
    expect(() => readEnvironment({ S3_ENDPOINT: 'https://store.example' })).toThrow(/^S3_BUCKET and /)
  })

  test.each(Object.keys(store))('refuses a bucket without %s', (name) => {
    const rest = { ...store, [name]: '' }
    expect(() => readEnvironment(rest)).toThrow(new RegExp(`^${name} must be set, too: (?!.*secret)[^\n]+$`))
  })

  test.each([
    ...['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL', 'EMBED_ORIGINS', 'OIDC_ISSUER'],
    ...['TRUST_PROXY', 'AUTH_SECRET', 'INTERNAL_SECRET', 'TOKEN_DAYS', 'S3_ENDPOINT', 'CLAMAV_URL'],
  ])('never repeats what may be a password in %s', (name) => {
    expect(() => readEnvironment({ [name]: 'ftp://ann:secret@host' })).toThrow(/^(?!.*secret)/)
  })
})
