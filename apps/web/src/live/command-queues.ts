import { type CommandNeeds, type CommandQueue, createCommandQueue, isPending } from './commands.ts'
import { type Watched, watched } from './watched.ts'

/** The command queues of all sessions of this page; they outlive the page's parts. */
export interface CommandQueues {
  of(sessionId: string): CommandQueue
  /** Sends what earlier pages left in the outbox, of whatever session. Resolves to whether there was anything. */
  resume(): Promise<boolean>
  /** Drops everything unsent: the person gives up who they are here. */
  forget(): Promise<void>
  /** How many commands have no answer yet. */
  readonly pending: Watched<number>
}

export function createCommandQueues(needs: CommandNeeds): CommandQueues {
  const queues = new Map<string, CommandQueue>()
  const pending = watched(0)
  const count = () => {
    const all = [...queues.values()].flatMap((queue) => queue.get())
    pending.set(all.filter(isPending).length)
  }
  function of(sessionId: string): CommandQueue {
    const known = queues.get(sessionId)
    if (known !== undefined) return known
    const queue = createCommandQueue(sessionId, needs)
    queues.set(sessionId, queue)
    queue.subscribe(count)
    return queue
  }

  return {
    pending,
    of,
    async resume() {
      const left = await needs.outbox.sessions().catch(() => [])
      for (const sessionId of left) {
        of(sessionId)
        needs.settled(sessionId)
      }
      return left.length > 0
    },
    forget: () => needs.outbox.clear(),
  }
}
