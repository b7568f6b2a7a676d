import { describe, expect, test } from 'vitest'
import { keepAlive } from './keep-alive.mjs'

const dead = () => ({ ended: Promise.resolve('exit code 3') })

describe('a program that ends', () => {
  test('is started again until it is clear that it cannot live', async () => {
    let starts = 1
    const again = () => {
      starts++
      return dead()
    }
    const kept = keepAlive('server', dead(), again, new AbortController().signal)
    await expect(kept).rejects.toThrow('the server ended 6 times in a row (exit code 3)')
    expect(starts).toBe(6)
  })

  test('is left alone when all is to stop', async () => {
    const stop = new AbortController()
    let starts = 1
    const again = () => {
      starts++
      stop.abort()
      return dead()
    }
    await keepAlive('server', dead(), again, stop.signal)
    expect(starts).toBe(2)
  })
})
