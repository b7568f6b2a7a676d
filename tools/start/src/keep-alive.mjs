import { setTimeout } from 'node:timers/promises'
import { Problem } from './problem.mjs'
import { say } from './say.mjs'

const healthyAfterMs = 60_000
const mostDeathsInARow = 5

/**
 * One run of a program.
 * @typedef {object} Life
 * @property {Promise<string>} ended resolves with how it ended, in words
 */

/**
 * Starts a program again whenever it ends, after a pause that doubles. Resolves when all is to stop; throws a `Problem`
 * when it keeps ending soon after it began.
 * @param {string} name as people call it
 * @param {Life} first
 * @param {() => Promise<Life> | Life} again
 * @param {AbortSignal} interrupted
 */
export async function keepAlive(name, first, again, interrupted) {
  let life = first
  for (let deaths = 1; ; deaths++) {
    const began = Date.now()
    const how = await life.ended
    if (interrupted.aborted) return
    if (Date.now() - began > healthyAfterMs) deaths = 1
    if (deaths > mostDeathsInARow) throw new Problem(`the ${name} ended ${deaths} times in a row (${how})`)
    const pause = 125 * 2 ** deaths
    say(`The ${name} ended (${how}). It starts again in ${pause / 1000} s.`)
    await setTimeout(pause, undefined, { signal: interrupted }).catch(() => undefined)
    if (interrupted.aborted) return
    life = await again()
  }
}
