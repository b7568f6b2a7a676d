import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'

export interface Memory {
  /** Bytes the process holds, as the operating system counts. */
  readonly rss: number
  /** Bytes of JavaScript objects in use after a full collection. */
  readonly heap: number
  /** Bytes in buffers outside of the heap, after the same. */
  readonly external: number
}

/** Makes Node open its inspector, so that memory can be measured after a collection; the server itself needs no hook. */
export const measurable = { NODE_OPTIONS: '--inspect=127.0.0.1:0' } as const

/** Asks the inspector of our own server, whose address its log tells. */
export async function memoryOf(pid: number, logFile: string): Promise<Memory> {
  const address = /Debugger listening on (ws:\/\/\S+)/g
  const found = [...(await readFile(logFile, 'utf8')).matchAll(address)].at(-1)?.[1]
  if (found === undefined) throw new Error('the server was not started so that its memory can be measured')
  const socket = new WebSocket(found)
  try {
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    const ask = asker(socket)
    // What the first collection sets free may hold on to more.
    for (let round = 0; round < 3; round++) {
      await ask('HeapProfiler.collectGarbage')
      await pause(200)
    }
    const { result } = (await ask('Runtime.evaluate', {
      expression: 'JSON.stringify(process.memoryUsage())',
      returnByValue: true,
    })) as { result: { value: string } }
    const { rss, heapUsed, external } = JSON.parse(result.value) as { rss: number; heapUsed: number; external: number }
    return { rss: (await rssOf(pid)) ?? rss, heap: heapUsed, external }
  } finally {
    socket.terminate()
  }
}

/** Bytes; `null` where the operating system does not tell this way. */
export async function rssOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

function asker(socket: WebSocket) {
  let last = 0
  return (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last
      const heard = (data: Buffer) => {
        const said = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: { message: string } }
        if (said.id !== id) return
        socket.off('message', heard)
        if (said.error) reject(new Error(said.error.message))
        else resolve(said.result)
      }
      socket.on('message', heard)
      socket.send(JSON.stringify({ id, method, params }))
    })
}
