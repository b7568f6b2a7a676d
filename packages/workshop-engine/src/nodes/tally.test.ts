import fc from 'fast-check'
import { test } from 'vitest'
import { same } from '../testing/laws/same.ts'
import { emptyTally, normalChoice, tallied } from './tally.ts'

test('PO-3 whatever is changed and in whatever order, the counts are those of the last answers', () => {
  const answer = fc.record({
    who: fc.constantFrom('a', 'b', 'c'),
    choice: fc.array(fc.nat(3), { minLength: 1 }).map(normalChoice),
  })
  fc.assert(
    fc.property(fc.array(answer), (answers) => {
      const tally = answers.reduce((sum, { who, choice }) => tallied(sum, who, { choice, elapsed: 0 }), emptyTally(4))
      const last = new Map(answers.map(({ who, choice }) => [who, choice]))
      const counts = [0, 1, 2, 3].map((index) => [...last.values()].filter((choice) => choice.includes(index)).length)
      return same(tally.counts, counts) && tally.answers.size === last.size
    }),
  )
})
