import { setTimeout } from 'node:timers/promises'
import { Problem } from './problem.mjs'

/**
 * Resolves when this address answers with success. Throws a `Problem` if that does not happen in time.
 * @param {string} address
 * @param {{ patienceMs: number, interrupted: AbortSignal }} options
 */
export async function untilItAnswers(address, { patienceMs, interrupted }) {
  const until = Date.now() + patienceMs
  while (!(await isFine(address))) {
    interrupted.throwIfAborted()
    if (Date.now() > until) throw new Problem(`${address} does not answer that all is well`)
    await setTimeout(50)
  }
}

/** @param {string} address */
async function isFine(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
