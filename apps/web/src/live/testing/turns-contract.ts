import { lockedTurns } from '../turns.ts'

/** Work that takes a while, and how much of it was ever under way at the same time. */
function workshop() {
  let now = 0
  let most = 0
  return {
    most: () => most,
    work: (ms: number) => async () => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, ms))
      now--
      return ms
    },
  }
}

const another = () => String(Math.random())

/** What turns promise where a browser has Web Locks; played in one. */
export const turnsContract: readonly {
  readonly says: string
  readonly play: (locks: LockManager) => Promise<unknown>
  readonly comesTo: unknown
}[] = [
  {
    says: 'one at a time, in the order of asking, each with what its own work came to',
    async play(locks) {
      const { work, most } = workshop()
      const name = another()
      const pages = Array.from({ length: 4 }, () => lockedTurns(locks, 5_000))
      return [await Promise.all(pages.map((turns, index) => turns(name, work(4 - index)))), most()]
    },
    comesTo: [[4, 3, 2, 1], 1],
  },
  {
    says: 'sessions go beside each other',
    async play(locks) {
      const { work, most } = workshop()
      const turns = lockedTurns(locks, 5_000)
      await Promise.all([turns(another(), work(50)), turns(another(), work(50))])
      return most()
    },
    comesTo: 2,
  },
  {
    says: 'a page that is frozen is passed over, and keeps what its own work comes to in the end',
    async play(locks) {
      const { work } = workshop()
      const name = another()
      const frozen = lockedTurns(locks, 5_000)(name, work(400))
      return [await lockedTurns(locks, 30)(name, work(1)), await frozen]
    },
    comesTo: [1, 400],
  },
  {
    says: 'the turn passes on when the work fails',
    async play(locks) {
      const name = another()
      const turns = lockedTurns(locks, 5_000)
      const failed = await turns(name, () => Promise.reject(new Error('broken'))).catch(String)
      return [failed, await turns(name, async () => 'next')]
    },
    comesTo: ['Error: broken', 'next'],
  },
]
