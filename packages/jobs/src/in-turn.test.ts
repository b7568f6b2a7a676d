import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { InTurn } from './in-turn.ts'

test('wishes for one id come true in their order, those for another do not wait', async () => {
  const turns = new InTurn()
  const done: string[] = []
  const work = (name: string, ms: number) => async () => {
    await sleep(ms)
    done.push(name)
  }
  void turns.run('a', work('schedule a', 60))
  void turns.run('a', work('cancel a', 0))
  void turns.run('b', work('schedule b', 20))
  expect(turns.size).toBe(2)
  await turns.idle()
  expect(done).toEqual(['schedule b', 'schedule a', 'cancel a'])
  expect(turns.size).toBe(0)
})

test('a wish that fails fails alone', async () => {
  const turns = new InTurn()
  const failed = turns.run('a', () => Promise.reject(new Error('no')))
  const next = turns.run('a', async () => undefined)
  await expect(failed).rejects.toThrow('no')
  await expect(next).resolves.toBeUndefined()
})
