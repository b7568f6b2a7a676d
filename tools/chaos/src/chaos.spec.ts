import { expect, test } from 'vitest'
import { chaos } from './chaos.ts'
import { pinnedRuns } from './pinned-runs.ts'

test.each(pinnedRuns)(
  '$name (seed $seed): what was acknowledged counts, once, and everybody sees the same',
  async (run) => {
    const told: string[] = []
    const options = { ...run, sessions: 2, people: [5, 9], json: false } as const
    const outcome = await chaos(options, (line) => told.push(line), new AbortController().signal)

    expect(outcome.faults, told.join('\n')).toEqual([])
    expect(outcome.commands).toMatchObject({ unanswered: 0, counted: outcome.commands.acknowledged })
    expect(outcome.audits.clean).toBe(outcome.audits.sessions)
    // It did happen: everything was killed, something was played, and it was counted.
    const parts = ['server 1', 'server 2', 'both servers', 'worker', 'database']
    expect(Object.keys(outcome.kills)).toEqual(
      expect.arrayContaining(outcome.queue === 'Redis' ? [...parts, 'redis'] : parts),
    )
    expect(outcome.sessions.played).toBeGreaterThanOrEqual(2)
    expect(outcome.answers.due).toBeGreaterThan(10)
    expect(outcome.cuts).toBeGreaterThan(0)
    expect(outcome.recovery.measured).toBeGreaterThan(0)
  },
)
