import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Problem } from './problem.mjs'

/**
 * Throws a `Problem` unless a server could listen there now, or within `patienceMs` if the port is only still taken.
 * @param {{ host: string, port: number }} address
 * @param {{ patienceMs?: number }} [options]
 */
export async function insistOnFreePort({ host, port }, { patienceMs = 0 } = {}) {
  const until = Date.now() + patienceMs
  let failure = await tryListening(host, port)
  while (failure === 'EADDRINUSE' && Date.now() < until) {
    await setTimeout(200)
    failure = await tryListening(host, port)
  }
  if (failure !== null) throw new Problem(words(failure, host, port))
}

/**
 * The first port from `first` on, on which a server could listen now.
 * @param {string} host
 * @param {number} first
 */
export async function freePortFrom(host, first) {
  let port = first
  while ((await tryListening(host, port)) === 'EADDRINUSE') port++
  return port
}

/** @param {string} host @param {number} port @returns {Promise<string | null>} the error's code */
function tryListening(host, port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })
}

/** @param {string} code @param {string} host @param {number} port */
function words(code, host, port) {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken by another program: stop it, or choose another port with PORT`
  if (code === 'EACCES') return `port ${port} needs special rights: choose one above 1023 with PORT`
  if (code === 'EADDRNOTAVAIL') return `HOST ${host} is not an address of this machine`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `HOST ${host} is not a name that this machine knows`
  return `nothing can listen at ${host}, port ${port} (${code}): set HOST and PORT`
}
