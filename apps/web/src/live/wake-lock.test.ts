import { describe, expect, it } from 'vitest'
import { testSignals } from './testing/world.ts'
import { keepAwake } from './wake-lock.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve))

/** Counts the locks that are held. */
function screen() {
  const held = new Set<object>()
  return {
    held,
    async request() {
      const lock = {
        async release() {
          held.delete(lock)
        },
      }
      held.add(lock)
      return lock
    },
  }
}

describe('keeping the screen on', () => {
  it('holds one lock until it is let go', async () => {
    const source = screen()
    const letGo = keepAwake(source, testSignals())
    await settled()
    expect(source.held.size).toBe(1)
    letGo()
    await settled()
    expect(source.held.size).toBe(0)
  })

  it('asks again when the page is shown, because hiding it took the lock away', async () => {
    const source = screen()
    const signals = testSignals()
    const letGo = keepAwake(source, signals)
    await settled()
    source.held.clear()
    signals.tell('shown')
    await settled()
    expect(source.held.size).toBe(1)
    signals.tell('woke')
    await settled()
    expect(source.held.size).toBe(1)
    letGo()
    signals.tell('shown')
    await settled()
    expect(source.held.size).toBe(0)
  })

  it('lets go of a lock that comes after it was let go', async () => {
    const source = screen()
    keepAwake(source, testSignals())()
    await settled()
    expect(source.held.size).toBe(0)
  })

  it('is silent where there is no lock, or none is given', async () => {
    keepAwake(null, testSignals())()
    const letGo = keepAwake({ request: () => Promise.reject(new Error('battery saver')) }, testSignals())
    await settled()
    expect(letGo).not.toThrow()
  })
})
