import { type PointerEvent, useEffect, useRef, useState } from 'react'

export interface Place {
  readonly x: number
  readonly y: number
}

interface Held {
  readonly id: string
  readonly place: Place
  /** Let go: it stays there until the server says so, too. */
  readonly isDropped: boolean
}

/** Px that a pointer may tremble and still be a press. */
const tremble = 5
/** Ms after which a note that was let go hangs where the server has it. */
const patience = 2_000

const onBoard = (at: number): number => Math.round(Math.min(1_000, Math.max(0, at)))

interface DragOptions {
  readonly notes: readonly (Place & { readonly id: string })[]
  readonly onDrop: (id: string, place: Place) => void
  readonly onPress: (id: string) => void
}

/**
 * Drags notes over a board. `handlers(id)` belong on a note, whose board is its closest `[data-board]`; `held` is the note under
 * the finger and where it is, in thousandths of the board. A press that does not go anywhere is a press.
 */
export function useDrag({ notes, onDrop, onPress }: DragOptions) {
  const [held, hold] = useState<Held | null>(null)
  const began = useRef<Place | null>(null)
  const wasDragged = useRef(false)

  const known = notes.find(({ id }) => id === held?.id)
  const hasArrived = held?.isDropped === true && known?.x === held.place.x && known.y === held.place.y
  useEffect(() => {
    if (held?.isDropped !== true) return
    const timer = setTimeout(() => hold(null), hasArrived ? 0 : patience)
    return () => clearTimeout(timer)
  }, [held, hasArrived])

  const handlers = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      wasDragged.current = false
      if (event.button !== 0 || !isHung(event.currentTarget)) return
      began.current = { x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = began.current
      if (from === null) return
      if (!wasDragged.current && Math.hypot(event.clientX - from.x, event.clientY - from.y) <= tremble) return
      wasDragged.current = true
      hold({ id, place: placeOf(event), isDropped: false })
    },
    onPointerUp: () => {
      began.current = null
      if (held === null || held.isDropped) return
      onDrop(held.id, held.place)
      hold({ ...held, isDropped: true })
    },
    onPointerCancel: () => {
      began.current = null
      hold(null)
    },
    // Also the keyboard's press; the one at the end of a drag is none.
    onClick: () => {
      if (!wasDragged.current) onPress(id)
      wasDragged.current = false
    },
  })
  return { held, handlers }
}

/** On a phone notes are a list: there is no board to drag them over. */
const isHung = (note: HTMLElement): boolean =>
  note.parentElement !== null && getComputedStyle(note.parentElement).position === 'absolute'

function placeOf(event: PointerEvent<HTMLElement>): Place {
  const board = event.currentTarget.closest('[data-board]')?.getBoundingClientRect()
  if (!board) return { x: 0, y: 0 }
  return {
    x: onBoard(((event.clientX - board.left) / board.width) * 1_000),
    y: onBoard(((event.clientY - board.top) / board.height) * 1_000),
  }
}
