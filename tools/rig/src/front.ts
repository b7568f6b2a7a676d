import { FlakyLink, type FlakyLinkOptions } from '@humuus/client/testing'
import type { RigServer } from './servers.ts'

/** A load balancer: each new connection goes to the next server that runs; while none does, it is refused. */
export function frontOf(
  servers: readonly RigServer[],
  network: Omit<FlakyLinkOptions, 'target'> = { seed: 1 },
): Promise<FlakyLink> {
  let turn = 0
  const target = () => {
    const running = servers.filter((server) => server.pid !== null && !server.isFrozen)
    const chosen = running[turn++ % running.length] ?? servers[0]
    return chosen?.url ?? 'http://127.0.0.1:9'
  }
  return FlakyLink.open({ ...network, target })
}
