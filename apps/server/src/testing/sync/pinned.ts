import type { AppendMishap } from './log-line.ts'
import type { Step } from './step.ts'

const cut = (phone: number, home: number, thenMs: Step['thenMs'] = 0): Step => ({
  what: { kind: 'cut', phone, home, silent: false, requestsArrive: false, awayMs: 0 },
  thenMs,
})
const append = (server: number, mishap: AppendMishap, thenMs: Step['thenMs'] = 0): Step => ({
  what: { kind: 'append', server, mishap },
  thenMs,
})
const answer = (phone: number, n: number): Step => ({ what: { kind: 'person', phone, verb: 'answer', n }, thenMs: 0 })

/** Schedules that found something, by what they found. */
export const pinned: Readonly<Record<string, readonly Step[]>> = {
  'somebody who went on to another server is not told away by the one before': [cut(0, 0), cut(0, 1)],
  'a page that knows a newer version comes while an append is under way': [
    cut(2, 1),
    cut(0, 0, 200),
    answer(2, 0),
    append(1, 'slow'),
    answer(3, 0),
    cut(0, 0, 200),
    cut(1, 1),
  ],
  'who is here is told again when it did not get into the log': [
    { what: { kind: 'stop', server: 0, downMs: 0 }, thenMs: 0 },
    append(0, 'lost'),
    { what: { kind: 'time', ms: 300 }, thenMs: 0 },
  ],
  'somebody who has gone on is not told to be where they were': [
    { what: { kind: 'stop', server: 0, downMs: 0 }, thenMs: 0 },
    append(0, 'slow', 200),
    cut(2, 1),
    append(0, 'slow', 200),
  ],
  'a report of who is here that is out of date is not written': [
    append(0, 'unanswered'),
    append(0, 'slow', 200),
    { what: { kind: 'host', phone: 0, verb: 'button', n: 0 }, thenMs: 200 },
    { what: { kind: 'tab', phone: 2, home: 1 }, thenMs: 0 },
  ],
  'old news does not end a page that came after it': [
    { what: { kind: 'link', phone: 0, latencyMs: 1, readingMs: 0 }, thenMs: 200 },
    { what: { kind: 'stop', server: 0, downMs: 300 }, thenMs: 200 },
    { what: { kind: 'time', ms: 300 }, thenMs: 0 },
    { what: { kind: 'tab', phone: 2, home: 0 }, thenMs: 0 },
    append(0, 'late'),
    { what: { kind: 'time', ms: 300 }, thenMs: 0 },
    { what: { kind: 'tab', phone: 2, home: 0 }, thenMs: 0 },
    { what: { kind: 'stop', server: 0, downMs: 9_000 }, thenMs: 0 },
  ],
  'a connection that is dead without knowing it takes over from nobody': [
    { what: { kind: 'stop', server: 1, downMs: 1_000 }, thenMs: 200 },
    { what: { kind: 'stop', server: 1, downMs: 0 }, thenMs: 0 },
    { what: { kind: 'away', server: 0, ms: 1_000 }, thenMs: 0 },
    { what: { kind: 'cut', phone: 3, silent: true, requestsArrive: false, awayMs: 0, home: 1 }, thenMs: 0 },
    { what: { kind: 'tab', phone: 0, home: 0 }, thenMs: 60 },
    { what: { kind: 'host', phone: 0, verb: 'button', n: 0 }, thenMs: 60 },
    { what: { kind: 'time', ms: 0 }, thenMs: 60 },
    { what: { kind: 'time', ms: 0 }, thenMs: 20 },
    { what: { kind: 'tab', phone: 3, home: 1 }, thenMs: 0 },
  ],
}
