import { openRig, type Rig } from '@humuus/rig'
import type { System } from './system.ts'

/** A system of our own to play against: two servers, a worker, PostgreSQL. It can be killed. */
export async function ownSystem(): Promise<System & AsyncDisposable & { readonly rig: Rig }> {
  const rig = await openRig({ servers: 2 })
  const [url = '', also = ''] = rig.urls
  return {
    rig,
    url,
    also,
    restart: async () => {
      await Promise.all(rig.servers.map((server) => server.kill()))
      await Promise.all(rig.servers.map((server) => server.start()))
    },
    [Symbol.asyncDispose]: () => rig[Symbol.asyncDispose](),
  }
}
