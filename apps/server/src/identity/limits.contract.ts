import { randomUUID } from 'node:crypto'
import type { LimitName, Limits } from '@humuus/api'
import { describe, expect, it } from 'vitest'
import { type LimitRule, limitRules } from './limit-rules.ts'
import { type LimitStore, limits } from './limits.ts'

const few: Record<LimitName, LimitRule> = {
  ...limitRules,
  wrongPasswordsByAccount: { points: 3, seconds: 60 },
  wrongKeysByAddress: { points: 2, seconds: 1 },
}

/** What brakes do, whatever they count in. */
export function limitsContract(name: string, store: () => LimitStore): void {
  /** Two servers over the same store. */
  const servers = (secret = randomUUID()): [Limits, Limits] => [
    limits(store(), secret, few),
    limits(store(), secret, few),
  ]
  const code = (call: Promise<void>) =>
    call.then(
      () => 'free',
      (error) => error.cause.rejection,
    )

  describe(`brakes over ${name}`, () => {
    it('hold on every server once there were too many tries on any, and say for how long', async () => {
      const [here, there] = servers()
      const tries = [here, there, here].map((server) => server.take('wrongPasswordsByAccount', 'ann'))
      expect(await Promise.all(tries.map(code))).toEqual(['free', 'free', 'free'])
      for (const server of [here, there]) {
        expect(await code(server.check('wrongPasswordsByAccount', 'ann'))).toEqual({
          code: 'too_many_tries',
          params: { minutes: 1 },
        })
        expect(await code(server.take('wrongPasswordsByAccount', 'ann'))).toMatchObject({ code: 'too_many_tries' })
        expect(await code(server.check('wrongPasswordsByAccount', 'bob'))).toBe('free')
        expect(await code(server.check('wrongPasswordsByDevice', 'ann'))).toBe('free')
      }
    })

    it('count each of many tries at once', async () => {
      const [here, there] = servers()
      const tries = Array.from({ length: 40 }, (_, nth) =>
        code((nth % 2 ? here : there).take('wrongPasswordsByAccount', 'all')),
      )
      expect((await Promise.all(tries)).filter((answer) => answer === 'free')).toHaveLength(3)
    })

    it('let go when the time is over', async () => {
      const [here] = servers()
      for (const _ of [1, 2]) await here.take('wrongKeysByAddress', 'ann')
      expect(await code(here.check('wrongKeysByAddress', 'ann'))).toMatchObject({ code: 'too_many_tries' })
      await new Promise((resolve) => setTimeout(resolve, 1_100))
      expect(await code(here.take('wrongKeysByAddress', 'ann'))).toBe('free')
    })
  })
}
