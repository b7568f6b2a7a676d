import type { ConnectOptions, LiveView } from '@humuus/client'
import { isOver } from '@humuus/workshop-engine'
import { atOnce } from './at-once.ts'
import { Participant } from './participant.ts'
import type { Production } from './production.ts'

/** So many people are let through the door together. */
const doorWidth = 50

export interface Crowd extends AsyncDisposable {
  /** Everybody who got a connection; those who were not let in have no view. */
  readonly people: readonly Participant[]
  /** Resolves when all who come in time are in. */
  readonly everybodyIn: Promise<unknown>
  /** Resolves when everybody has seen the end. */
  readonly finished: Promise<unknown>
}

interface Invitation extends Production {
  /** How people reach the installation, where not as `options.url` has it. */
  readonly server?: ConnectOptions
  readonly answerMs: number
  readonly signal: AbortSignal
}

/** Lets people come, each at their time, and take part until the end. */
export function gather({ options, server, stage, host, ledger, answerMs, signal }: Invitation): Crowd {
  const { url, seed, participants } = options
  const casting = { server: server ?? { url }, sessionId: stage.sessionId, seed, ledger, answerMs }
  const people: Participant[] = []
  const stays: Promise<void>[] = []
  const numbers = Array.from({ length: participants }, (_, index) => index)
  const enter = async (person: Participant) => {
    if (await person.join()) stays.push(person.takePart(signal))
  }
  const late: Promise<void>[] = []
  const everybodyIn = atOnce(doorWidth, numbers, async (number) => {
    const person = await Participant.arrive(number, casting)
    people.push(person)
    const { arrivesAtStep } = person.mishaps
    const arrived = reached(host.view, arrivesAtStep, signal).then(() => enter(person))
    if (arrivesAtStep > 0) late.push(arrived)
    else await arrived
  })
  const finished = everybodyIn.then(() => Promise.all(late)).then(() => Promise.all(stays))
  // Whoever waits for it is told; until then it is nobody's.
  finished.catch(() => {})
  const close = async () => {
    await Promise.all(people.map((person) => person.client.close()))
  }
  return { people, everybodyIn, finished, [Symbol.asyncDispose]: close }
}

/** Resolves when the workshop is at this step (`0`: when its doors are open), is over, or nobody waits any more. */
function reached(host: LiveView<'host'>, step: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const shared = host.state?.shared
      const isOpen = shared !== undefined && shared.phase !== 'created'
      const isThere = isOpen && ((shared.step?.number ?? 0) >= step || isOver(shared.phase))
      if (!isThere && !signal.aborted) return
      unsubscribe()
      signal.removeEventListener('abort', look)
      resolve()
    }
    const unsubscribe = host.changed(look)
    signal.addEventListener('abort', look)
    look()
  })
}
