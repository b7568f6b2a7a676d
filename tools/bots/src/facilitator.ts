import { type LiveView, pause } from '@humuus/client'
import type { HumuusCommand, HumuusViews } from '@humuus/workshop-engine'
import { isOver } from '@humuus/workshop-engine'
import type { Production } from './production.ts'

type HostView = HumuusViews['host']

export interface Lead extends Production {
  /** Ms within which bots answer. */
  readonly answerMs: number
  /** Resolves when everybody who comes in time is in. */
  readonly everybodyIn: Promise<unknown>
  readonly onStep: (shared: HostView) => void
  /** A step with a clock is left to its clock (false: closed when people had their time). */
  readonly waitsForClocks?: boolean
  readonly signal: AbortSignal
}

/** What a look at the results takes, in ms. */
const glanceMs = 300

/** People who read for longer are not waited for, in ms. */
const longestReadingMs = 10_000

/** A plan whose steps lead in a circle is left after each of them was seen so often. */
const rounds = 3

/** Leads a workshop to its end: does what the one big button says, when the time has come. */
export async function lead(facilitator: Lead): Promise<void> {
  const { host, stage, ledger, signal } = facilitator
  const { view, client } = host
  const sender = { client, sessionId: stage.sessionId, drops: 0 }
  let announced = 0
  while (!signal.aborted && view.rejection === null) {
    const seen = view.state?.shared
    if (seen && isOver(seen.phase)) return
    if (seen?.step && seen.step.number !== announced) {
      announced = seen.step.number
      facilitator.onStep(seen)
    }
    const command = seen ? commandFor(seen, facilitator.waitsForClocks) : null
    if (seen === undefined || command === null) await nextChange(view, glanceMs)
    else if (await stillSo(facilitator, seen)) await ledger.issue(sender, command)
  }
}

function commandFor({ primary, step, total }: HostView, waitsForClocks = false): HumuusCommand | null {
  if (primary === null) return null
  if (primary === 'open_lobby' || primary === 'start' || primary === 'resume') return { type: primary }
  if (primary === 'show_scoreboard') return { type: primary, shown: true }
  if (step === null) return null
  if (step.number > rounds * total) return { type: 'end' }
  if (waitsForClocks && isOnClock(primary, step)) return null
  if (primary === 'close' || primary === 'reveal') return { type: primary, nodeId: step.nodeId }
  return { type: 'next', from: step.nodeId }
}

const isOnClock = (primary: HostView['primary'], { deadline, goesOnAt }: NonNullable<HostView['step']>): boolean =>
  primary === 'close' ? deadline !== null : goesOnAt !== null

/** Waits until it is time for the next command; false as soon as another one is. */
async function stillSo(facilitator: Lead, seen: HostView): Promise<boolean> {
  const { host, signal } = facilitator
  const { view } = host
  const changed = new AbortController()
  const isOther = () => view.state !== null && !isSameMoment(view.state.shared, seen)
  const unsubscribe = view.changed(() => {
    if (isOther()) changed.abort()
  })
  const enough = AbortSignal.any([changed.signal, signal])
  if (seen.primary === 'start') await facilitator.everybodyIn
  else await pause(patience(facilitator, seen), enough)
  unsubscribe()
  return !signal.aborted && !isOther()
}

function patience({ host, answerMs }: Lead, { primary, step }: HostView): number {
  if (primary !== 'close' || step === null) return glanceMs
  const reading = Math.min(longestReadingMs, Math.max(0, step.readUntil - host.client.now()))
  return reading + answerMs + glanceMs
}

const isSameMoment = (a: HostView, b: HostView): boolean =>
  a.primary === b.primary && a.phase === b.phase && a.step?.number === b.step?.number

function nextChange(view: LiveView<'host'>, atMostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const timer = setTimeout(done, atMostMs)
    const unsubscribe = view.changed(done)
  })
}
