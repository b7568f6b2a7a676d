import type { Outbox, Owed, Wish } from '../outbox.ts'

/** A promise of every outbox: what is done to an empty one, and what that comes to. */
interface OutboxPromise {
  readonly says: string
  readonly play: (outbox: Outbox) => Promise<unknown>
  readonly comesTo: unknown
}

const wish = (commandId: string, sessionId = 's', givenAt = 1): Wish => ({
  commandId,
  sessionId,
  command: { type: 'rename', participantId: 'me', name: `I am ${commandId}` },
  givenAt,
})

const ids = (wishes: readonly Wish[]) => wishes.map(({ commandId }) => commandId)

/** Without the id of the ledger, which is made by chance. */
const books = (owed: Owed | null) => {
  if (owed === null) return null
  const { issued, waiting, acknowledged, refused } = owed
  return { issued, waiting, acknowledged, refused }
}

/** Data and plain functions, so that it can be played in a browser as well as in a test. */
export const outboxContract: readonly OutboxPromise[] = [
  {
    says: 'wishes are kept as they are, oldest first, each session its own',
    async play(outbox) {
      for (const id of ['b', 'a', 'c']) await outbox.add(wish(id))
      await outbox.add(wish('x', 'other'))
      return [ids(await outbox.list('s')), await outbox.list('other'), await outbox.list('none')]
    },
    comesTo: [['b', 'a', 'c'], [wish('x', 'other')], []],
  },
  {
    says: 'wishes added at the same time keep their order',
    async play(outbox) {
      const names = Array.from({ length: 20 }, (_, index) => `w${index}`)
      await Promise.all(names.map((name) => outbox.add(wish(name))))
      return ids(await outbox.list('s'))
    },
    comesTo: Array.from({ length: 20 }, (_, index) => `w${index}`),
  },
  {
    says: 'a wish that is added twice is kept once, in its old place, and counted once',
    async play(outbox) {
      await outbox.add(wish('a'))
      await outbox.add(wish('b'))
      await outbox.add(wish('a'))
      return [ids(await outbox.list('s')), books(await outbox.owed('s'))]
    },
    comesTo: [['a', 'b'], { issued: 2, waiting: 2, acknowledged: [], refused: [] }],
  },
  {
    says: 'an answered wish is dropped and its outcome written down, once',
    async play(outbox) {
      for (const id of ['a', 'b', 'c']) await outbox.add(wish(id))
      await outbox.settle('a', 'acknowledged')
      await outbox.settle('b', 'refused')
      await outbox.settle('a', 'refused')
      await outbox.settle('unheard of', 'acknowledged')
      return [ids(await outbox.list('s')), books(await outbox.owed('s'))]
    },
    comesTo: [['c'], { issued: 3, waiting: 1, acknowledged: ['a'], refused: ['b'] }],
  },
  {
    says: 'two pages that settle the same wish at the same time write one outcome down',
    async play(outbox) {
      await outbox.add(wish('a'))
      await Promise.all([outbox.settle('a', 'acknowledged'), outbox.settle('a', 'acknowledged')])
      return books(await outbox.owed('s'))
    },
    comesTo: { issued: 1, waiting: 0, acknowledged: ['a'], refused: [] },
  },
  {
    says: 'what was reported is not reported again; the rest and the count stay, in the same ledger',
    async play(outbox) {
      for (const id of ['a', 'b', 'c']) await outbox.add(wish(id))
      for (const id of ['a', 'b']) await outbox.settle(id, 'acknowledged')
      await outbox.settle('c', 'refused')
      const before = await outbox.owed('s')
      await outbox.reported('s', ['a', 'c'])
      await outbox.reported('never seen', ['a'])
      const after = await outbox.owed('s')
      return [books(after), before?.ledgerId === after?.ledgerId]
    },
    comesTo: [{ issued: 3, waiting: 0, acknowledged: ['b'], refused: [] }, true],
  },
  {
    says: 'nothing is owed where nothing was wished for',
    play: (outbox) => outbox.owed('s'),
    comesTo: null,
  },
  {
    says: 'it names the sessions that have something unsent or unreported, and no others',
    async play(outbox) {
      await outbox.add(wish('a', 'unsent'))
      await outbox.add(wish('b', 'unreported'))
      await outbox.settle('b', 'acknowledged')
      await outbox.add(wish('c', 'done'))
      await outbox.settle('c', 'acknowledged')
      await outbox.reported('done', ['c'])
      return [...(await outbox.sessions())].sort()
    },
    comesTo: ['unreported', 'unsent'],
  },
  {
    says: 'once cleared it holds nothing of the person before',
    async play(outbox) {
      await outbox.add(wish('a'))
      await outbox.settle('a', 'acknowledged')
      await outbox.add(wish('b'))
      await outbox.clear()
      return [await outbox.list('s'), await outbox.owed('s'), await outbox.sessions()]
    },
    comesTo: [[], null, []],
  },
]
