import { pause } from '@humuus/client'
import type { RigServer } from '@humuus/rig'

interface Turns {
  readonly everySeconds: number
  readonly signal: AbortSignal
  readonly tell: (line: string) => void
}

/** Kills one server after the other and starts it again, until the signal aborts. Rejects when one does not come back. */
export async function killInTurn(servers: readonly RigServer[], { everySeconds, signal, tell }: Turns): Promise<void> {
  for (let turn = 0; ; turn++) {
    await pause(everySeconds * 1_000, signal)
    const server = servers[turn % servers.length]
    if (signal.aborted || server === undefined) return
    await server.kill()
    const began = performance.now()
    await server.start()
    tell(`${server.name} was killed, and is back after ${((performance.now() - began) / 1_000).toFixed(1)} s`)
  }
}
