import { describe, expect, it } from 'vitest'
import { reloadOnce } from './reload-once.ts'
import { mapStorage } from './testing/world.ts'

describe('fetching a newer page', () => {
  it('happens once in a tab, so that a server behind the page does not make it reload for ever', () => {
    const storage = mapStorage()
    let reloads = 0
    const reload = () => {
      reloads++
    }
    expect(reloadOnce(storage, reload)).toBe(true)
    expect(reloadOnce(storage, reload)).toBe(false)
    expect(reloads).toBe(1)
  })

  it('does not happen where nothing could remember it', () => {
    expect(reloadOnce(null, () => expect.unreachable())).toBe(false)
  })
})
