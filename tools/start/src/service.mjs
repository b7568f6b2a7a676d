import { connect } from 'node:net'
import { Problem } from './problem.mjs'

const patienceMs = 5_000
const usualPorts = /** @type {Record<string, number>} */ ({
  'postgres:': 5432,
  'postgresql:': 5432,
  'redis:': 6379,
  'rediss:': 6379,
  'smtp:': 587,
  'smtps:': 465,
})

/**
 * Throws a `Problem` if nothing answers where an address from the environment points. What is said there is not checked.
 * @param {string} name the variable's
 * @param {string} address
 */
export async function insistOnService(name, address) {
  const complaint = await missingService(name, address)
  if (complaint !== null) throw new Problem(complaint)
}

/**
 * In one line that nothing answers there; null if something does.
 * @param {string} name the variable's
 * @param {string} address
 * @returns {Promise<string | null>}
 */
export async function missingService(name, address) {
  const { protocol, hostname, port } = new URL(address)
  // Without a host it is a socket in the file system.
  if (hostname === '') return null
  const target = {
    host: decodeURIComponent(hostname).replace(/^\[|\]$/g, ''),
    port: Number(port) || (usualPorts[protocol] ?? 0),
  }
  const failure = await tryConnecting(target)
  return failure && `${name}: nothing answers at ${target.host}, port ${target.port} (${failure})`
}

/** @param {{ host: string, port: number }} target @returns {Promise<string | null>} why not */
function tryConnecting(target) {
  return new Promise((resolve) => {
    const socket = connect({ ...target, timeout: patienceMs })
    const settle = (/** @type {string | null} */ failure) => {
      socket.destroy()
      resolve(failure)
    }
    socket.once('connect', () => settle(null))
    socket.once('timeout', () => settle('no answer in time'))
    socket.once('error', (error) => settle('code' in error ? String(error.code) : error.message))
  })
}
