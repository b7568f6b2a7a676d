import { type CommandNeeds, type CommandQueue, createCommandQueue, isPending } from './commands.ts'
import { type Watched, watched } from './watched.ts'

/** The command queues of all sessions of this page; they outlive the page's parts. */
export interface CommandQueues {
  of(sessionId: string): CommandQueue
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
  return {
    pending,
    of(sessionId) {
      const known = queues.get(sessionId)
      if (known !== undefined) return known
      const queue = createCommandQueue(sessionId, needs)
      queues.set(sessionId, queue)
      queue.subscribe(count)
      return queue
    },
  }
}
