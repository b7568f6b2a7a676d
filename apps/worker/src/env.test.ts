import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

const good = { DATABASE_URL: 'postgresql://localhost/humuus', INTERNAL_SECRET: 'b'.repeat(32) }

function refusal(change: NodeJS.ProcessEnv): string {
  try {
    readEnv({ ...good, ...change })
  } catch (error) {
    return (error as Error).message
  }
  return 'accepted'
}

test('what is not said has a sensible value', () => {
  const MAIL_FROM = { name: 'humuus', address: 'no-reply@localhost', domain: 'localhost' }
  const expected = {
    ...good,
    SERVER_URL: 'http://127.0.0.1:3000',
    MAIL_FROM,
    LOG_LEVEL: 'info',
    OTEL_TRACES_SAMPLER_ARG: 1,
  }
  expect(readEnv(good)).toEqual(expected)
  expect(readEnv({ ...good, SERVER_URL: '', REDIS_URL: '', SMTP_URL: '', MAIL_FROM: '', HOME: '/root' })).toEqual(
    expected,
  )
})

test('what is said is taken', () => {
  const said = {
    ...good,
    REDIS_URL: 'redis://localhost',
    SERVER_URL: 'https://humuus.example',
    SMTP_URL: 'smtps://ann:secret@mail.example?requireTLS=true',
    LOG_LEVEL: 'debug',
    METRICS_PORT: '9101',
    METRICS_TOKEN: 'sixteen letters!',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318',
    OTEL_TRACES_SAMPLER_ARG: '0.1',
  }
  const MAIL_FROM = { name: 'Ann', address: 'ann@humuus.example', domain: 'humuus.example' }
  expect(readEnv({ ...said, MAIL_FROM: 'Ann <ann@humuus.example>' })).toEqual({
    ...said,
    ...{ MAIL_FROM, METRICS_PORT: 9_101, OTEL_TRACES_SAMPLER_ARG: 0.1 },
  })
})

test.each([
  ['tcp://clamav:3311', { host: 'clamav', port: 3311 }],
  ['tcp://[::1]', { host: '::1', port: 3310 }],
  ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('a scanner is at %s', (CLAMAV_URL, address) => {
  expect(readEnv({ ...good, CLAMAV_URL }).CLAMAV_URL).toEqual(address)
})

test.each([
  [{ DATABASE_URL: undefined }, 'DATABASE_URL: is missing'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: has to begin with postgresql://'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL: has to begin with redis://'],
  [{ SERVER_URL: 'localhost:3000' }, 'SERVER_URL: has to be a URL that begins with http:// or https://'],
  [{ SERVER_URL: 'ftp://x' }, 'SERVER_URL: has to be a URL that begins with http:// or https://'],
  [{ INTERNAL_SECRET: undefined }, 'INTERNAL_SECRET: is missing'],
  [{ INTERNAL_SECRET: 'my-short-secret' }, 'INTERNAL_SECRET: needs at least 32 characters'],
  [{ SMTP_URL: 'mail.example:587' }, 'SMTP_URL: has to look like smtp://user:password@host:587'],
  [{ SMTP_URL: 'https://mail.example' }, 'SMTP_URL: has to look like smtp://user:password@host:587'],
  [{ SMTP_URL: 'smtp://' }, 'SMTP_URL: has to look like smtp://user:password@host:587'],
  [{ MAIL_FROM: 'humuus' }, 'MAIL_FROM: has to be an address such as humuus <no-reply@example.org>'],
  [{ MAIL_FROM: 'a@b\r\nBcc: c@d' }, 'MAIL_FROM: has to be an address such as humuus <no-reply@example.org>'],
  [{ METRICS_PORT: 'http' }, 'METRICS_PORT: Invalid input: expected number, received NaN'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN: needs at least 16 characters'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, 'OTEL_EXPORTER_OTLP_ENDPOINT: has to begin with http:// or https://'],
  [{ OTEL_TRACES_SAMPLER_ARG: 'all' }, 'OTEL_TRACES_SAMPLER_ARG: has to be a number from 0 to 1'],
  [{ CLAMAV_URL: 'clamav:3310' }, 'CLAMAV_URL: has to look like tcp://host:3310 or unix:/run/clamav/clamd.ctl'],
  [{ CLAMAV_URL: 'tcp://' }, 'CLAMAV_URL: has to look like tcp://host:3310 or unix:/run/clamav/clamd.ctl'],
  [{ CLAMAV_URL: 'unix://run/x' }, 'CLAMAV_URL: has to look like tcp://host:3310 or unix:/run/clamav/clamd.ctl'],
  [{ S3_ENDPOINT: 'minio:9000' }, 'S3_ENDPOINT: has to be a URL that begins with http:// or https://'],
  [{ S3_FORCE_PATH_STYLE: 'true' }, 'S3_FORCE_PATH_STYLE: has to be yes or no'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: has to be one of fatal, error, warn, info, debug, trace, silent'],
])('%o is refused in one line', (change, words) => {
  expect(refusal(change)).toBe(words)
})
