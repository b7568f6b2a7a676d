import type { LiveMessage, Viewer } from '@humuus/api'
import type { Attendance } from './attendance.ts'
import { Fanout } from './fanout.ts'
import type { Moment } from './history.ts'
import type { Leg } from './leg.ts'
import { Legs } from './legs.ts'
import { consolePulseMs, Pulse, phonePulseMs, pulseMs } from './pulse.ts'
import type { RoomPorts } from './room-ports.ts'
import type { SessionLog } from './session-log.ts'

type AudiencePorts = Pick<RoomPorts, 'observer' | 'traces' | 'pressure'>

/** Those who are told of changes at the same pace. */
interface Audience {
  readonly pulse: Pulse
  readonly fanout: Fanout
}

/** The audiences of a room, and the legs that bring them to its head. */
export class Audiences {
  readonly #log: SessionLog
  readonly #ports: AudiencePorts
  readonly #legs: Legs
  readonly #byRole: Readonly<Record<Viewer['role'], Audience>>

  constructor(log: SessionLog, attendance: Pick<Attendance, 'count'>, ports: AudiencePorts) {
    this.#log = log
    this.#ports = ports
    this.#legs = new Legs((version) => log.history.affectedSince(version))
    this.#byRole = {
      participant: this.#audience(() => phonePulseMs(attendance.count, ports.pressure?.stretch)),
      host: this.#audience(() => consolePulseMs(log.head.state.people.size)),
      screen: this.#audience(() => pulseMs),
    }
  }

  of({ role }: Viewer): Audience {
    return this.#byRole[role]
  }

  /** There is something new; `isUrgent`: everybody must see it at the same moment. */
  beat(isUrgent: boolean): void {
    for (const { pulse } of Object.values(this.#byRole)) pulse.beat(isUrgent)
  }

  /** From a moment to now, for all who saw that last. */
  leg(from: Moment, role: Viewer['role']): Leg {
    return this.#legs.to({ role, from, to: this.#log.head })
  }

  /** Somebody who knew `from` was sent a change. */
  sent(message: LiveMessage, from: number): void {
    this.#ports.observer?.sent(message.kind)
    this.#ports.traces?.sent(this.#log.id, from, message.version)
  }

  #audience(intervalMs: () => number): Audience {
    const fanout = new Fanout({
      head: () => this.#log.head,
      leg: (from, role) => this.leg(from, role),
      sent: (message, from) => this.sent(message, from),
    })
    return { fanout, pulse: new Pulse(intervalMs, () => fanout.round()) }
  }
}
