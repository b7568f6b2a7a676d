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
 * grown too large, and when whoever began it is gone.
 */
export function guardThisProcess(bounds: Bounds): void {
  const watch = `
    const { workerData: { withinMs, memoryBytes, parent, tooLong, tooMuch } } = require('node:worker_threads')
    setTimeout(() => process.kill(process.pid, tooLong), withinMs)
    setInterval(() => {
      if (process.memoryUsage.rss() > memoryBytes || process.ppid !== parent) process.kill(process.pid, tooMuch)
    }, 50)`
  new Worker(watch, {
    eval: true,
    execArgv: [],
    workerData: { ...bounds, parent: process.ppid, tooLong, tooMuch },
  }).unref()
}
