import { expect, test } from 'vitest'
import { readSender } from './sender.ts'

test.each([
  ['humuus <no-reply@localhost>', { name: 'humuus', address: 'no-reply@localhost', domain: 'localhost' }],
  ['post@humuus.example', { name: '', address: 'post@humuus.example', domain: 'humuus.example' }],
  ['<post@humuus.example>', { name: '', address: 'post@humuus.example', domain: 'humuus.example' }],
  [
    ' "Grüße, Ann" <a.b+c@grün.example> ',
    { name: 'Grüße, Ann', address: 'a.b+c@grün.example', domain: 'xn--grn-ioa.example' },
  ],
])('%s says who sends', (text, sender) => {
  expect(readSender(text)).toEqual(sender)
})

test.each([
  '',
  'humuus',
  'humuus <>',
  'a@b, c@d',
  'a@b <c@d',
  'a b@c',
  'a@b@c',
  'x\r\nBcc: y <a@b>',
  'a@b\0',
  '@b',
  'a@',
  'a@ü[',
  '<a@b> c',
])('%j is nobody', (text) => {
  expect(readSender(text)).toBeNull()
})
