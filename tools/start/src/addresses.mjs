import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Where a server that listens on `host` is reached from this machine. @param {string} host @param {number} port */
export function fromThisMachine(host, port) {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`
  if (host === '::') return `http://[::1]:${port}`
  return url(host, port)
}

/**
 * Where phones on the same network reach it: none while it listens to this machine alone.
 * @param {string} host
 * @param {number} port
 */
export function fromTheNetwork(host, port) {
  if (host === '0.0.0.0' || host === '::') return networkAddresses().map((address) => url(address, port))
  return isForThisMachineOnly(host) ? [] : [url(host, port)]
}

/** @param {string} host */
const isForThisMachineOnly = (host) => host === 'localhost' || host === '::1' || host.startsWith('127.')

/** @param {string} host @param {number} port */
const url = (host, port) => `http://${isIPv6(host) ? `[${host}]` : host}:${port}`

// Bridges of containers and virtual machines: no phone is there.
const isVirtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|cni|flannel)/

function networkAddresses() {
  return Object.entries(networkInterfaces())
    .filter(([name]) => !isVirtual.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => address)
}
