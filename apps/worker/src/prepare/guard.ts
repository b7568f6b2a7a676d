import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface Bounds {
  readonly withinMs: number
  /** Of the whole process, as the system counts it. */
  readonly memoryBytes: number
}

/** How a process ends that went beyond its bounds. */
export const tooLong = 'SIGALRM'
export const tooMuch = 'SIGKILL'

/**
 * Ends this process from a thread of its own, also while a decoder holds the main one: when its time is over, when it has
 * grown too large, and when whoever began it is gone. Resolves when it watches.
 */
export async function guardThisProcess(bounds: Bounds): Promise<void> {
  const watch = `
    const { parentPort, workerData } = require('node:worker_threads')
    const { withinMs, memoryBytes, parent, tooLong, tooMuch } = workerData
    const look = () => {
      if (process.memoryUsage.rss() > memoryBytes || process.ppid !== parent) process.kill(process.pid, tooMuch)
    }
    setTimeout(() => process.kill(process.pid, tooLong), withinMs)
    setInterval(look, 50)
    look()
    parentPort.postMessage('watching')`
  const workerData = { ...bounds, parent: process.ppid, tooLong, tooMuch }
  const guard = new Worker(watch, { eval: true, execArgv: [], workerData })
  await once(guard, 'message')
  guard.unref()
}
