import { closeCodes } from '@humuus/api'
import type { WebSocket } from 'ws'
import { cut } from './cut.ts'

/** Bytes that may wait in a connection before it is sent no more. */
export const highWaterBytes = 256 * 1024

/** Whoever is full for so long is cut, and may come back with the cursor. */
export const slowPatienceMs = 30_000

/** How often a full connection is looked at. */
const lookMs = 100

type Pipe = Pick<WebSocket, 'bufferedAmount' | 'close' | 'terminate'>

/**
 * Resolves once there is room for more, or when it is over. Whoever sends asks before it looks at what there is to
 * send: a slow reader is sent less, not later, and costs at most `highWaterBytes` and one message for each of its views.
 */
export function outflow(socket: Pipe): (isOver: () => boolean) => Promise<void> {
  let fullSince: number | null = null
  let isCut = false

  function isFull(): boolean {
    if (socket.bufferedAmount < highWaterBytes) fullSince = null
    else fullSince ??= performance.now()
    return fullSince !== null
  }

  function cutIfStuck(): void {
    if (isCut || fullSince === null || performance.now() - fullSince < slowPatienceMs) return
    isCut = true
    cut(socket, closeCodes.slowReader, 'slow_reader')
  }

  return (isOver) =>
    new Promise((resolve) => {
      const look = () => {
        if (isOver() || !isFull()) return resolve()
        cutIfStuck()
        setTimeout(look, lookMs).unref()
      }
      look()
    })
}
