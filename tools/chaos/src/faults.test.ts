import { expect, test } from 'vitest'
import { faultsOf } from './faults.ts'

type Findings = Parameters<typeof faultsOf>[0]

const session = { title: 'Chaos 1', sessionId: 's1', stuckAt: null, views: { compared: 3, differences: [] } }
const entry = { id: 's1', title: 'Chaos 1', joinCode: '123456', status: 'completed', version: 9, createdAt: 0 }
const sound: Findings = {
  played: [session],
  audits: [{ session: entry, differences: [] }],
  unanswered: [],
  troubles: [],
  rig: { deaths: [], logs: '/logs' },
}

test('a sound run has no fault', () => {
  expect(faultsOf(sound)).toEqual([])
})

test.each<[string, Partial<Findings>, string]>([
  ['nothing was played', { played: [] }, 'no session was played'],
  ['a session broke off', { troubles: ['session 1 broke off: no answer'] }, 'session 1 broke off: no answer'],
  [
    'a session did not end',
    { played: [{ ...session, stuckAt: 'active, step 3' }] },
    'Chaos 1 (s1) did not get to its end: active, step 3',
  ],
  [
    'a command was never answered',
    { unanswered: [{ commandId: 'c1', sessionId: 's1' }] },
    'command c1 of session s1 was never answered',
  ],
  [
    'somebody sees something else',
    { played: [{ ...session, views: { compared: 3, differences: ['Ann sees something else'] } }] },
    'Chaos 1 (s1): Ann sees something else',
  ],
  ['nobody looked', { played: [{ ...session, views: null }] }, 'Chaos 1 (s1): views were not compared'],
  [
    'an audit found something',
    { audits: [{ session: entry, differences: [{ check: 'log', what: 'version 4 is missing' }] }] },
    'audit of Chaos 1 (s1), log: version 4 is missing',
  ],
  [
    'a program died by itself',
    { rig: { deaths: ['server-1 (exit code 1)'], logs: '/logs' } },
    'server-1 (exit code 1) ended by itself: see /logs',
  ],
])('it is a fault when %s', (_, found, fault) => {
  expect(faultsOf({ ...sound, ...found })).toEqual([fault])
})
