import type { Socket } from 'node:net'
import type { Random } from '@humuus/workshop-engine/testing'
import { pause } from '../pause.ts'

export interface WireMishaps {
  /** Decides about the next piece. */
  readonly chance: Random
  /** Least and most ms that a piece is late. Pieces stay in order. */
  readonly delayMs: readonly [number, number]
  /** How likely a piece is lost, and the connection with it. */
  readonly cutChance: number
}

/** Carries what one socket says to another, late, until a piece is lost: then `cut` is called in its place. */
export function flakyWire(from: Socket, to: Socket, mishaps: () => WireMishaps, cut: () => void): void {
  let before: Promise<void> = Promise.resolve()
  const inOrder = (act: () => void, delay: number) => {
    const dueAt = performance.now() + delay
    before = before
      .then(() => pause(dueAt - performance.now()))
      .then(() => {
        if (!to.destroyed) act()
      })
  }
  from.on('data', (piece) => {
    const { chance, delayMs, cutChance } = mishaps()
    const delay = chance.between(...delayMs)
    const isLost = chance.next() < cutChance
    inOrder(() => (isLost ? cut() : to.write(piece)), delay)
  })
  from.on('end', () => inOrder(() => to.end(), 0))
  from.on('error', () => from.destroy())
  // Not at once: what is on its way arrives first.
  from.on('close', () => inOrder(() => to.destroySoon(), 0))
}
