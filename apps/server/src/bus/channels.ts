/** Versions travel on so many channels, a session's always on the same: nodes of a Redis that share out channels share the work. */
const count = 16

const prefix = 'humuus:versions:'

/** On which a sign-in that ended is told. */
export const revocations = 'humuus:revoked'

/** FNV-1a: spreads ids evenly, and every server comes to the same channel. */
export function channelOf(sessionId: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < sessionId.length; index++) {
    hash = Math.imul(hash ^ sessionId.charCodeAt(index), 0x01000193)
  }
  return `${prefix}${(hash >>> 0) % count}`
}

export const channels: readonly string[] = [
  ...Array.from({ length: count }, (_, number) => `${prefix}${number}`),
  revocations,
]
