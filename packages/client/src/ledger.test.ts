import { maxReceipts } from '@humuus/api/wire'
import { expect, test } from 'vitest'
import { Ledger } from './ledger.ts'

test('a ledger has news while the server has not heard everything', () => {
  const ledger = new Ledger()
  expect(ledger.news()).toBeNull()
  ledger.issue('a')
  ledger.issue('b')
  ledger.note('a', 'acknowledged')
  const news = ledger.news()
  expect(news).toMatchObject({ issued: 2, waiting: 1, acknowledged: ['a'], refused: [] })
  if (news) ledger.told(news)
  expect(ledger.news()).toBeNull()
  ledger.note('b', 'refused')
  expect(ledger.news()).toMatchObject({ issued: 2, waiting: 0, acknowledged: [], refused: ['b'] })
})

test('a command sent again is the same one, and its first answer counts', () => {
  const ledger = new Ledger()
  for (const verdict of ['acknowledged', 'refused'] as const) {
    ledger.issue('a')
    ledger.note('a', verdict)
  }
  expect(ledger.news()).toMatchObject({ issued: 1, waiting: 0, acknowledged: ['a'], refused: [] })
})

test('what is noted while a report is on its way is news afterwards', () => {
  const ledger = new Ledger()
  ledger.issue('a')
  ledger.note('a', 'acknowledged')
  const onItsWay = ledger.news()
  ledger.issue('b')
  ledger.note('b', 'acknowledged')
  if (onItsWay) ledger.told(onItsWay)
  expect(ledger.news()).toMatchObject({ issued: 2, acknowledged: ['b'] })
})

test('a report holds as much as the server takes, and the rest comes next', () => {
  const ledger = new Ledger()
  for (let made = 0; made < maxReceipts + 3; made++) {
    ledger.issue(`${made}`)
    ledger.note(`${made}`, 'acknowledged')
  }
  const first = ledger.news()
  expect(first?.acknowledged).toHaveLength(maxReceipts)
  if (first) ledger.told(first)
  expect(ledger.news()?.acknowledged).toHaveLength(3)
})
