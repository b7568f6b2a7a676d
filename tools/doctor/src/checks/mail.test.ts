import { smtpServer } from '@humuus/jobs/testing/smtp'
import { expect, test } from 'vitest'
import { mail } from './mail.ts'

const login = { user: 'humuus', pass: 'right' }

test('a mail server that lets us in is fine, and gets no mail', async () => {
  await using server = await smtpServer({ login })
  expect(await mail({ smtpUrl: server.url })).toMatchObject([{ state: 'good' }])
  expect(server.mails).toEqual([])
})

test('one that does not, or is away, throws with its words', async () => {
  await using server = await smtpServer({ login })
  const wrong = new URL(server.url)
  wrong.password = 'guessed'
  const refused = await mail({ smtpUrl: wrong.href }).catch((error: Error) => error)
  expect(refused).toBeInstanceOf(Error)
  expect(String(refused)).not.toContain('guessed')
  await expect(mail({ smtpUrl: 'smtp://127.0.0.1:1' })).rejects.toThrow('ECONNREFUSED')
})

test('none is fine, too', async () => {
  expect(await mail({ smtpUrl: null })).toMatchObject([{ state: 'off' }])
})
