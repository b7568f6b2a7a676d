import { type Redis, ReplyError } from 'ioredis'

/** `sharded`: with SSUBSCRIBE and SPUBLISH, as Redis 7 and newer has it, so that a word stays on the node of its channel. */
export type Way = 'sharded' | 'plain'

/** Listens to channels in the better way that this Redis has. Rejects when it cannot be asked now. */
export async function subscribe(listener: Redis, channels: readonly string[]): Promise<Way> {
  try {
    // One by one: in a cluster of Redis they are at home on different nodes.
    for (const channel of channels) await listener.ssubscribe(channel)
    return 'sharded'
  } catch (error) {
    // An older Redis does not know the command, another may forbid it.
    if (!(error instanceof ReplyError)) throw error
    await listener.subscribe(...channels)
    return 'plain'
  }
}
