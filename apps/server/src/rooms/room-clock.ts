import { engine, type WorkshopState } from '@humuus/workshop-engine'

/** A clock that should have been rung so long ago is late. */
const lateMs = 1_000

/** Asks for a tick at the next deadline, once whenever that moves. */
export class RoomClock {
  readonly #schedule: (deadline: number) => void
  #scheduled: number | null = null

  constructor(schedule: (deadline: number) => void) {
    this.#schedule = schedule
  }

  set(state: WorkshopState): void {
    const deadline = engine.nextDeadline(state)
    if (deadline === this.#scheduled) return
    this.#scheduled = deadline
    if (deadline !== null) this.#schedule(deadline)
  }
}

/** Whether nobody rang the clock that is due in this state. */
export function isLate(state: WorkshopState, now: number): boolean {
  const deadline = engine.nextDeadline(state)
  return deadline !== null && deadline + lateMs < now
}
