import type { LiveText, Viewer } from '@humuus/api'
import type { WorkshopState } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { Fanout, type Follower } from './fanout.ts'
import type { Moment } from './history.ts'

const viewer: Viewer = { role: 'screen' }
/** A moment whose version is all that matters here. */
const at = (version: number): Moment => ({ version, state: {} as WorkshopState })
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Rounds over a state that is its version. Odd versions look like the one before. */
function stage({
  mayWatch = () => true,
  change = () => {},
}: {
  mayWatch?: () => boolean
  change?: (to: number) => void
} = {}) {
  let head = at(0)
  const shared = new Map<string, object>()
  const fanout = new Fanout({
    head: () => head,
    leg: (from) => ({
      mayGoOn: mayWatch,
      message: (_viewer, sent) => {
        const to = head
        change(to.version)
        if (Math.floor(from.version / 2) === Math.floor(to.version / 2)) return null
        const key = `${from.version} ${to.version}`
        const delta = shared.get(key) ?? { at: to.version }
        shared.set(key, delta)
        return { kind: 'delta', from: sent, version: to.version, shared: delta as never, own: null }
      },
    }),
    sent: () => {},
  })
  return {
    fanout,
    /** Something happens, and all are told. */
    moveTo: async (version: number) => {
      head = at(version)
      fanout.round()
      await turn()
      await turn()
    },
    join: (seen = head) => {
      const texts: LiveText[] = []
      const ends: unknown[] = []
      let isFull = false
      let room = () => {}
      const follower: Follower = {
        viewer,
        outlet: {
          isFull: () => isFull,
          room: () =>
            new Promise((resolve) => {
              room = resolve
            }),
          send: (text) => texts.push(text),
          end: () => {},
        },
        sent: seen.version,
        seen,
        isWaiting: false,
        end: (error) => {
          ends.push(error)
          fanout.remove(follower)
        },
      }
      fanout.add(follower)
      return {
        texts,
        ends,
        fill: () => {
          isFull = true
        },
        empty: async () => {
          isFull = false
          room()
          await turn()
        },
        steps: () => texts.map(({ json }) => JSON.parse(json)).map(({ from, version }) => [from, version]),
      }
    },
  }
}

test('each is sent the change from its own cursor, and what many are sent is one text', async () => {
  const { moveTo, join } = stage()
  const [ann, ben] = [join(), join()]
  await moveTo(2)
  const late = join(at(1))
  expect(late.steps()).toEqual([[1, 2]])
  await moveTo(4)
  expect(ann.steps()).toEqual([
    [0, 2],
    [2, 4],
  ])
  expect(ben.texts[1]).toBe(ann.texts[1])
  expect(late.texts[1]).toBe(ann.texts[1])
})

test('what looks the same is not sent, and the next change goes on from what was', async () => {
  const { moveTo, join } = stage()
  const ann = join()
  await moveTo(1)
  await moveTo(2)
  expect(ann.steps()).toEqual([[0, 2]])
})

test('a slow reader is sent one change for all that it missed', async () => {
  const { moveTo, join } = stage()
  const ann = join()
  ann.fill()
  await moveTo(2)
  await moveTo(4)
  expect(ann.texts).toEqual([])
  await ann.empty()
  expect(ann.steps()).toEqual([[0, 4]])
  await moveTo(6)
  expect(ann.steps()).toEqual([
    [0, 4],
    [4, 6],
  ])
})

test('a round that comes while one goes on is not lost', async () => {
  const { fanout, moveTo, join } = stage()
  const ann = join()
  fanout.round()
  await moveTo(2)
  expect(ann.steps()).toEqual([[0, 2]])
})

test('a large round lets others have their turn in between', async () => {
  let turns = 0
  const { moveTo, join } = stage({
    change: () => {
      const until = performance.now() + 0.5
      while (performance.now() < until);
    },
  })
  const people = Array.from({ length: 200 }, () => join())
  const counting = setInterval(() => turns++, 0)
  await moveTo(2)
  await expect.poll(() => people.every(({ texts }) => texts.length === 1)).toBe(true)
  clearInterval(counting)
  expect(turns).toBeGreaterThan(3)
})

test('whoever may see no more is sent the last of it, and let go', async () => {
  let isAllowed = true
  const { moveTo, join } = stage({ mayWatch: () => isAllowed })
  const ann = join()
  isAllowed = false
  await moveTo(2)
  await moveTo(4)
  expect([ann.steps(), ann.ends]).toEqual([[[0, 2]], [undefined]])
})

test('a fault with one view ends that view alone', async () => {
  let faults = 1
  const { moveTo, join } = stage({
    change: () => {
      if (faults-- > 0) throw new Error('broken')
    },
  })
  const [ann, ben] = [join(), join()]
  await moveTo(2)
  expect(ann.ends).toEqual([new Error('broken')])
  expect(ben.steps()).toEqual([[0, 2]])
})
