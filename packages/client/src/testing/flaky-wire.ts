import type { Socket } from 'node:net'

export interface WireMishaps {
  /** Chance for the next piece: a number from 0 to below 1. */
  readonly chance: () => number
  /** Least and most ms that a piece is late. Pieces stay in order. */
  readonly delayMs: readonly [number, number]
  /** How likely a piece is lost, and the connection with it. */
  readonly cutChance: number
}

/** Carries what one socket says to another, late, until a piece is lost: then `cut` is called in its place. */
export function flakyWire(from: Socket, to: Socket, mishaps: () => WireMishaps, cut: () => void): void {
  let dueAt = 0
  const inOrder = (act: () => void, delay: number) => {
    dueAt = Math.max(dueAt, performance.now() + delay)
    setTimeout(() => {
      if (!to.destroyed) act()
    }, dueAt - performance.now())
  }
  from.on('data', (piece) => {
    const { chance, delayMs, cutChance } = mishaps()
    const [least, most] = delayMs
    const delay = least + chance() * (most - least)
    const isLost = chance() < cutChance
    inOrder(() => (isLost ? cut() : to.write(piece)), delay)
  })
  from.on('end', () => inOrder(() => to.end(), 0))
}
