import type { Client } from '@humuus/client'

/** A clock that shows the server's time, epoch ms: measured once, as if both ways took equally long. */
export async function serverClock({ trpc }: Client): Promise<() => number> {
  const asked = Date.now()
  const told = await trpc.sessions.clock.query()
  const offset = told - (asked + Date.now()) / 2
  return () => Math.round(Date.now() + offset)
}
