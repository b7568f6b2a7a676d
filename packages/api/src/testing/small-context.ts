import { randomUUID } from 'node:crypto'
import type { Context, Ports, User } from '../context.ts'

/** A request to a small server in a test: a token is the id of a user, and every client speaks some version of the protocol. */
export function smallContext(ports: Ports, token: string | undefined, version: unknown): Context {
  return {
    ...ports,
    user: token === undefined ? null : userOf(token),
    rejection: null,
    requestId: randomUUID(),
    follow: (_what, run) => run({ requestId: randomUUID(), at: Date.now(), traceparent: undefined }),
    address: '127.0.0.1',
    label: null,
    screenKey: undefined,
    line: { room: async () => {}, openView: () => {}, closeView: () => {} },
    isWorker: false,
    wireVersion: typeof version === 'string' ? Number(version) : null,
    cookie: { set: () => {}, clear: () => {} },
  }
}

const userOf = (id: string): User => ({
  id,
  deviceId: id,
  signInId: id,
  generation: 1,
  formerIds: [],
  expiresAt: Number.MAX_SAFE_INTEGER,
})
