import type { Step } from './step.ts'

const cut = (phone: number, home: number, thenMs: Step['thenMs'] = 0): Step => ({
  what: { kind: 'cut', phone, home, silent: false, requestsArrive: false, awayMs: 0 },
  thenMs,
})
const slowAppend = (server: number): Step => ({ what: { kind: 'append', server, mishap: 'slow' }, thenMs: 0 })
const answer = (phone: number, n: number): Step => ({ what: { kind: 'person', phone, verb: 'answer', n }, thenMs: 0 })

/** Schedules that found something, by what they found. */
export const pinned: Readonly<Record<string, readonly Step[]>> = {
  'somebody who went on to another server is not told away by the one before': [cut(0, 0), cut(0, 1)],
  'a page that knows a newer version comes while an append is under way': [
    cut(2, 1),
    cut(0, 0, 200),
    answer(2, 0),
    slowAppend(1),
    answer(3, 0),
    cut(0, 0, 200),
    cut(1, 1),
  ],
}
