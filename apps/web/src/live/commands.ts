import type { CommandResult } from '@humuus/api'
import type { HumuusCommand, Rejection } from '@humuus/workshop-engine'
import { uuid } from '../identity/uuid.ts'
import type { Outbox, Wish } from './outbox.ts'
import { type DeliveryNeeds, untilAnswered } from './until-answered.ts'
import { type Watched, watched } from './watched.ts'

/** `waiting`: there is no network; the command is kept and sent when it is back. */
type CommandState = 'sending' | 'waiting' | 'saved' | 'refused'

/** A command and how far it got. */
export interface TrackedCommand {
  readonly commandId: string
  readonly command: HumuusCommand
  readonly state: CommandState
  /** Why it was refused. */
  readonly rejection: Rejection | null
}

/** A command that has no answer yet. */
export type PendingCommand = TrackedCommand & { readonly state: 'sending' | 'waiting' }

export interface CommandNeeds extends DeliveryNeeds {
  readonly outbox: Outbox
  /** The server's time now; `undefined` while it is not known for sure. */
  readonly givenAt: () => number | undefined
  /** Somebody waits for the connection. */
  readonly hurry: () => void
}

/** The commands of one session, oldest first: those without an answer, and the last ones that got theirs. */
export interface CommandQueue extends Watched<readonly TrackedCommand[]> {
  /** Sends a command, in order, again with the same id until there is an answer. Resolves to that answer; never rejects. */
  send(command: HumuusCommand): Promise<CommandResult>
}

/** Answered commands that pages can still ask about. */
const remembered = 20

/** The queue of one session; begins with what its outbox holds. */
export function createCommandQueue(sessionId: string, needs: CommandNeeds): CommandQueue {
  const { outbox, line, hurry, signals } = needs
  const tracked = watched<readonly TrackedCommand[]>([])
  const waiters = new Map<string, (result: CommandResult) => void>()

  const openState = (): 'sending' | 'waiting' => {
    const isCut = line.get() === 'down' || (!signals.isOnline() && line.get() !== 'open')
    return isCut ? 'waiting' : 'sending'
  }

  function track({ commandId, command }: Wish): void {
    const answered = tracked.get().filter((one) => !isPending(one))
    const forgotten = new Set(answered.slice(0, Math.max(0, answered.length - remembered)))
    const kept = tracked.get().filter((one) => !forgotten.has(one))
    tracked.set([...kept, { commandId, command, state: openState(), rejection: null }])
  }

  function update(change: (one: TrackedCommand) => TrackedCommand): void {
    const next = tracked.get().map(change)
    if (next.some((one, index) => one !== tracked.get()[index])) tracked.set(next)
  }

  async function settle(wish: Wish): Promise<void> {
    const result = await untilAnswered(wish, needs)
    // Whatever cannot be removed is sent again some day, and answered the same.
    await outbox.remove(wish.commandId).catch(() => {})
    update((one) => {
      if (one.commandId !== wish.commandId) return one
      return result.ok ? { ...one, state: 'saved' } : { ...one, state: 'refused', rejection: result.rejection }
    })
    waiters.get(wish.commandId)?.(result)
    waiters.delete(wish.commandId)
  }

  async function resume(): Promise<void> {
    for (const wish of await outbox.list(sessionId).catch(() => [])) {
      track(wish)
      await settle(wish)
    }
  }

  const showReach = () =>
    update((one) => (isPending(one) && one.state !== openState() ? { ...one, state: openState() } : one))
  line.subscribe(showReach)
  signals.on(showReach)

  let last: Promise<unknown> = resume()
  return {
    get: tracked.get,
    subscribe: tracked.subscribe,
    send(command) {
      const givenAt = needs.givenAt()
      const wish: Wish = { commandId: uuid(), sessionId, command, ...(givenAt !== undefined && { givenAt }) }
      const result = new Promise<CommandResult>((resolve) => waiters.set(wish.commandId, resolve))
      track(wish)
      // Kept first, then sent; a full disk is no reason not to send.
      const kept = outbox.add(wish).catch(() => {})
      last = Promise.all([last, kept]).then(() => settle(wish))
      hurry()
      return result
    },
  }
}

/** Whether a command has no answer yet. */
export const isPending = (one: TrackedCommand): one is PendingCommand =>
  one.state === 'sending' || one.state === 'waiting'
