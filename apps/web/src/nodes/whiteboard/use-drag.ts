import { type PointerEvent, useRef, useState } from 'react'

export interface Place {
  readonly x: number
  readonly y: number
}

interface Held {
  readonly id: string
  readonly place: Place
}

/** Px that a pointer may tremble and still be a press. */
const tremble = 5

const onBoard = (at: number): number => Math.round(Math.min(1_000, Math.max(0, at)))

/**
 * Drags notes over a board. `handlers(id)` belong on a note, whose board is its closest `[data-board]`; `held` is the note under
 * the finger and where it is, in thousandths of the board, until it is let go.
 */
export function useDrag(onDrop: (id: string, place: Place) => void) {
  const [held, hold] = useState<Held | null>(null)
  const began = useRef<Place | null>(null)

  const placeOf = (event: PointerEvent<HTMLElement>): Place => {
    const board = event.currentTarget.closest('[data-board]')?.getBoundingClientRect()
    if (!board) return { x: 0, y: 0 }
    return {
      x: onBoard(((event.clientX - board.left) / board.width) * 1_000),
      y: onBoard(((event.clientY - board.top) / board.height) * 1_000),
    }
  }
  const handlers = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      began.current = { x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = began.current
      if (from === null) return
      const isFar = Math.hypot(event.clientX - from.x, event.clientY - from.y) > tremble
      if (held !== null || isFar) hold({ id, place: placeOf(event) })
    },
    onPointerUp: () => {
      began.current = null
      if (held !== null) onDrop(held.id, held.place)
      hold(null)
    },
    onPointerCancel: () => {
      began.current = null
      hold(null)
    },
  })
  return { held, handlers }
}
