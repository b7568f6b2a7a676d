import type { LiveMessage } from '@humuus/api/wire'
import { delta } from '@humuus/workshop-engine/delta'
import { describe, expect, it } from 'vitest'
import { type Following, type FollowingEvent, follow, followed, statusOf } from './live-session.ts'

interface Shared {
  readonly answers: readonly string[]
}
type State = Following<Shared, null>

const key = 'session participant'
const began = follow<Shared, null>(key)
const snapshot = (version: number, ...answers: string[]): LiveMessage => ({
  kind: 'snapshot',
  version,
  shared: { answers },
  own: null,
})
const change = (from: number, version: number, before: string[], after: string[]): LiveMessage => ({
  kind: 'delta',
  from,
  version,
  shared: delta({ answers: before }, { answers: after }),
  own: null,
})
const got = (message: LiveMessage): FollowingEvent => ({ key, type: 'received', message })
const failed = (code?: 'kicked' | 'unavailable' | 'not_joined'): FollowingEvent => ({
  key,
  type: 'failed',
  rejection: code === undefined ? null : { code },
})
const rested: FollowingEvent = { key, type: 'rested' }
const after = (...events: FollowingEvent[]): State => events.reduce<State>(followed, began)

describe('following a session', () => {
  it('shows the first picture, then every change to it', () => {
    const state = after(got(snapshot(4, 'a')), got(change(4, 6, ['a'], ['a', 'b', 'c'])))
    expect(state.seen).toEqual({ version: 6, shared: { answers: ['a', 'b', 'c'] }, own: null })
  })

  it('begins from nothing when a change was made for another version, and keeps the picture meanwhile', () => {
    const state = after(got(snapshot(4, 'a')), got(change(5, 6, ['a', 'b'], ['a', 'b', 'c'])))
    expect(state).toMatchObject({ phase: 'resting', since: null, seen: { version: 4, shared: { answers: ['a'] } } })
    const restarted = [rested, got(snapshot(6, 'x'))].reduce<State>(followed, state)
    expect(restarted).toMatchObject({ phase: 'listening', seen: { version: 6, shared: { answers: ['x'] } } })
  })

  it('begins from nothing when a change does not fit the picture although its version does', () => {
    const broken: LiveMessage = { kind: 'delta', from: 4, version: 5, shared: [2, 1, {}], own: null }
    expect(after(got(snapshot(4, 'a')), got(broken))).toMatchObject({ phase: 'resting', since: null })
  })

  it('goes on from its own version after a failure that says nothing, or nothing final', () => {
    expect(after(got(snapshot(4)), failed())).toMatchObject({ phase: 'resting', since: 4, failures: 1 })
    expect(after(got(snapshot(4)), failed('unavailable'))).toMatchObject({ phase: 'resting', since: 4 })
  })

  it('waits longer from failure to failure, until something comes', () => {
    expect(after(failed(), rested, failed(), rested, failed()).failures).toBe(3)
    expect(after(failed(), rested, failed(), rested, got(snapshot(1))).failures).toBe(0)
  })

  it('ends with the reason when it is refused for good, and keeps the last picture', () => {
    const state = after(got(snapshot(4, 'a')), failed('kicked'))
    expect(state).toMatchObject({ phase: 'refused', rejection: { code: 'kicked' }, seen: { version: 4 } })
    expect(followed(state, rested)).toBe(state)
    expect(followed(state, got(snapshot(9)))).toBe(state)
  })

  it('tries again after a refusal when the person does, from what it has seen', () => {
    const state = after(got(snapshot(4)), failed('not_joined'), { key, type: 'retried' })
    expect(state).toMatchObject({ phase: 'listening', since: 4, rejection: null })
    expect(after(got(snapshot(4)), { key, type: 'retried' }).since).toBeNull()
  })

  it('ignores what belongs to the session that was there before', () => {
    const other = followed(after(got(snapshot(4, 'a'))), { key: 'another', type: 'began' })
    expect(other).toEqual(follow('another'))
    expect(followed(other, got(snapshot(5, 'old')))).toBe(other)
  })

  it.each([
    ['loading', began, true, false],
    ['live', after(got(snapshot(1))), true, false],
    ['reconnecting', after(got(snapshot(1))), false, false],
    ['reconnecting', after(got(snapshot(1)), failed()), true, false],
    ['offline', after(got(snapshot(1))), false, true],
    ['refused', after(got(snapshot(1)), failed('kicked')), false, true],
  ] as const)('is %s', (status, state, isConfirmed, isOffline) => {
    expect(statusOf(state, { isConfirmed, isOffline })).toBe(status)
  })
})
