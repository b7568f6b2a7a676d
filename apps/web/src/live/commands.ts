import type { CommandResult } from '@humuus/api'
import type { HumuusCommand, Rejection } from '@humuus/workshop-engine'
import { uuid } from '../identity/uuid.ts'
import { attempt } from './attempt.ts'
import type { Backoff } from './backoff.ts'
import type { Line } from './carrier.ts'
import type { Deliver } from './deliver.ts'
import { hasLine } from './has-line.ts'
import type { Outbox, Wish } from './outbox.ts'
import type { PageSignals } from './page-signals.ts'
import { pause } from './pause.ts'
import type { Turns } from './turns.ts'
import { type Watched, watched } from './watched.ts'
import type { Windows } from './windows.ts'

/** `waiting`: there is no network; the command is kept and sent when it is back. */
type CommandState = 'sending' | 'waiting' | 'saved' | 'refused'

/** A command and how far it got. */
export interface TrackedCommand {
  readonly commandId: string
  readonly command: HumuusCommand
  readonly state: CommandState
  /** Why it was refused. */
  readonly rejection: Rejection | null
  /** Found in the outbox: an earlier page, or another tab, made it. */
  readonly isFound: boolean
}

/** A command that has no answer yet. */
export type PendingCommand = TrackedCommand & { readonly state: 'sending' | 'waiting' }

export interface CommandNeeds {
  readonly deliver: Deliver
  readonly outbox: Outbox
  /** The server's time now; `undefined` while it is not known for sure. */
  readonly givenAt: () => number | undefined
  readonly turns: Turns
  readonly windows: Pick<Windows, 'tell' | 'onAnswer'>
  readonly line: Watched<Line>
  readonly signals: PageSignals
  readonly backoff: Backoff
  /** An attempt without an answer is given up after this long; a lost connection is waited for no longer. */
  readonly answerMs: number
  /** Somebody waits for the connection. */
  readonly hurry: () => void
  /** A command of this session was answered, and the outbox has written that down. */
  readonly settled: (sessionId: string) => void
}

/** The commands of one session, oldest first: those without an answer, and the last ones that got theirs. */
export interface CommandQueue extends Watched<readonly TrackedCommand[]> {
  /** Sends a command, in order, again with the same id until there is an answer. Resolves to that answer; never rejects. */
  send(command: HumuusCommand): Promise<CommandResult>
}

/** Answered commands that pages can still ask about. */
const remembered = 20

/** Another tab that has seen to a command says what came of it within this time, or is asked no more. */
const hearsayMs = 300

/** A command that makes the server stumble is not sent for ever: it would hold up those behind it. */
const stumbles = 3

/** The queue of one session; begins with what its outbox holds, whichever page put it there. */
export function createCommandQueue(sessionId: string, needs: CommandNeeds): CommandQueue {
  const { outbox, line, signals, windows } = needs
  const tracked = watched<readonly TrackedCommand[]>([])
  const waiters = new Map<string, (result: CommandResult) => void>()
  const stumbled = new Map<string, number>()
  /** Kept, and not yet answered to this page. */
  const unanswered = new Map<string, Wish>()
  /** Seen to by another tab, which has not said what came of it. */
  const gone = new Set<string>()
  /** Answered, but the outbox could not let go of them. */
  const stuck = new Set<string>()
  let working = false
  let keeping: Promise<unknown> = Promise.resolve()

  const openState = (): 'sending' | 'waiting' => {
    const isCut = line.get() === 'down' || (!signals.isOnline() && line.get() !== 'open')
    return isCut ? 'waiting' : 'sending'
  }

  function track({ commandId, command }: Wish, isFound: boolean): void {
    const answered = tracked.get().filter((one) => !isPending(one))
    const forgotten = new Set(answered.slice(0, Math.max(0, answered.length - remembered)))
    const kept = tracked.get().filter((one) => !forgotten.has(one))
    tracked.set([...kept, { commandId, command, state: openState(), rejection: null, isFound }])
  }

  const isTracked = ({ commandId }: Wish) => tracked.get().some((one) => one.commandId === commandId)

  function update(change: (one: TrackedCommand) => TrackedCommand): void {
    const next = tracked.get().map(change)
    if (next.some((one, index) => one !== tracked.get()[index])) tracked.set(next)
  }

  /**
   * The oldest wish of all tabs; before it, what this page still waits for although it is no longer kept. `hearsay`: another tab
   * has just seen to such a one, and will say so.
   */
  async function oldest(): Promise<Wish | 'hearsay' | undefined> {
    const listed = await outbox.list(sessionId).catch(() => [])
    const kept = listed.filter(({ commandId }) => !stuck.has(commandId))
    for (const wish of kept) {
      if (isTracked(wish)) continue
      track(wish, true)
      unanswered.set(wish.commandId, wish)
    }
    const inOutbox = new Set(kept.map(({ commandId }) => commandId))
    const missing = [...unanswered.values()].find(({ commandId }) => !inOutbox.has(commandId))
    if (missing === undefined) return kept[0]
    if (gone.has(missing.commandId)) return missing
    gone.add(missing.commandId)
    return 'hearsay'
  }

  async function sendOldest(): Promise<'none' | 'answered' | 'open' | 'hearsay'> {
    const wish = await oldest()
    if (wish === undefined) return 'none'
    if (wish === 'hearsay') return wish
    const { commandId } = wish
    const answer = await attempt(wish, needs.deliver, needs.answerMs)
    if (answer === 'stumbled') stumbled.set(commandId, (stumbled.get(commandId) ?? 0) + 1)
    const isGivenUp = (stumbled.get(commandId) ?? 0) >= stumbles
    if (answer === 'open' || (answer === 'stumbled' && !isGivenUp)) return 'open'
    await settle(wish, answer === 'stumbled' ? { ok: false, rejection: { code: 'server_error' } } : answer)
    return 'answered'
  }

  async function settle({ commandId }: Wish, result: CommandResult): Promise<void> {
    // Whatever cannot be dropped is sent again by a later page, and answered the same.
    await outbox.settle(commandId, result.ok ? 'acknowledged' : 'refused').catch(() => stuck.add(commandId))
    windows.tell({ commandId, result })
    show(commandId, result)
    needs.settled(sessionId)
  }

  function show(commandId: string, result: CommandResult): void {
    unanswered.delete(commandId)
    gone.delete(commandId)
    stumbled.delete(commandId)
    update((one) => {
      if (one.commandId !== commandId) return one
      return result.ok ? { ...one, state: 'saved' } : { ...one, state: 'refused', rejection: result.rejection }
    })
    waiters.get(commandId)?.(result)
    waiters.delete(commandId)
  }

  /** Sends until nothing is left. The turn ends with every attempt, so that no tab waits long for another. */
  async function work(): Promise<void> {
    if (working) return
    working = true
    let failures = 0
    for (;;) {
      await hasLine(line, needs.answerMs)
      const came = await needs.turns(`humuus.outbox ${sessionId}`, sendOldest)
      if (came === 'none' && unanswered.size === 0) break
      if (came === 'open') await pause(needs.backoff(failures++), signals)
      else if (came === 'hearsay') await pause(hearsayMs, signals)
      else failures = 0
    }
    working = false
  }

  const showReach = () =>
    update((one) => (isPending(one) && one.state !== openState() ? { ...one, state: openState() } : one))
  line.subscribe(showReach)
  signals.on((signal) => {
    showReach()
    // Another tab may have died with something unsent.
    if (signal !== 'hidden' && signal !== 'offline') void work()
  })

  windows.onAnswer(({ commandId, result }) => {
    if (unanswered.has(commandId)) show(commandId, result)
  })

  void work()
  return {
    get: tracked.get,
    subscribe: tracked.subscribe,
    send(command) {
      const givenAt = needs.givenAt()
      const wish: Wish = { commandId: uuid(), sessionId, command, ...(givenAt !== undefined && { givenAt }) }
      const result = new Promise<CommandResult>((resolve) => waiters.set(wish.commandId, resolve))
      track(wish, false)
      // Kept first, then sent; storage that is full is no reason not to send.
      keeping = keeping
        .then(() => outbox.add(wish))
        .catch(() => {})
        .then(() => {
          if (waiters.has(wish.commandId)) unanswered.set(wish.commandId, wish)
          void work()
        })
      needs.hurry()
      return result
    },
  }
}

/** Whether a command has no answer yet. */
export const isPending = (one: TrackedCommand): one is PendingCommand =>
  one.state === 'sending' || one.state === 'waiting'
