import { type Rooms, refusal } from '@humuus/api'

/** The rooms as somebody may use them who has no more than `most` views open at once. `told`: how many are open, whenever that changes. */
export function viewsWithin(rooms: Rooms, most: number, told: (open: number) => void): Rooms {
  let open = 0
  const opened = (by: 1 | -1) => {
    open += by
    told(open)
  }
  return {
    submit: (...args) => rooms.submit(...args),
    tick: (...args) => rooms.tick(...args),
    forget: (...args) => rooms.forget(...args),
    standing: (...args) => rooms.standing(...args),
    beat: (...args) => rooms.beat(...args),
    report: (...args) => rooms.report(...args),
    async *live(sessionId, viewer, watching, signal) {
      if (open >= most) throw refusal('slow_down')
      opened(1)
      try {
        // The first look is the largest message of all.
        await watching.room(signal)
        yield* rooms.live(sessionId, viewer, watching, signal)
      } finally {
        opened(-1)
      }
    },
  }
}
