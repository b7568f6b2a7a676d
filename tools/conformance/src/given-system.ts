import { spawn } from 'node:child_process'
import { WrongUse } from '@humuus/args'
import { pause } from '@humuus/client'
import type { System } from './system.ts'

interface Given {
  readonly url: string
  readonly also: string | null
  readonly restart: string | null
}

/** How long a restarted server may take to be ready, in ms. */
const patienceMs = 60_000

/** A system that somebody else runs. Throws `WrongUse` when nobody answers there. */
export async function givenSystem({ url, also, restart }: Given): Promise<System> {
  for (const address of [url, ...(also === null ? [] : [also])])
    if (!(await isReady(address))) throw new WrongUse(`${address}/readyz does not answer that all is well`)
  return { url, also, restart: restart === null ? null : () => run(restart, url) }
}

/** Runs the command to its end, then waits for the server. */
async function run(command: string, url: string): Promise<void> {
  const child = spawn('/bin/sh', ['-c', command], { stdio: 'ignore' })
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', () => resolve(null)))
  if (code !== 0) throw new Error(`the --restart command ended with ${code}`)
  for (const end = performance.now() + patienceMs; !(await isReady(url)); await pause(50))
    if (performance.now() > end) throw new Error(`the server was not ready again after ${patienceMs / 1_000} s`)
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}
