import type { Contender } from '../load/contender.ts'
import { quiet } from '../load/until.ts'
import type { BenchDatabase } from './database.ts'
import { signIn } from './people.ts'
import { type Plan, Room } from './room.ts'
import { startHumuus } from './server.ts'

/** Our server in the race: the whole of it, with sessions, rights, the engine and a log in PostgreSQL. */
export async function humuus(
  plan: Plan,
  { database, profile }: { database: BenchDatabase; profile?: string | undefined },
): Promise<Contender> {
  const server = await startHumuus(database.url, { profile })
  const { subject, authSecret } = server
  const [host] = await signIn(database.client, 1, authSecret)
  if (host === undefined) throw new Error('nobody could be signed in')
  const room = await Room.open(server, host, plan)
  return {
    subject,
    enter: async (count, { looksOn }) => {
      const guests = await room.enter(await signIn(database.client, count, authSecret), looksOn)
      await room.start()
      await quiet(guests.map(({ line }) => line))
      return guests
    },
    comeBack: (index) => room.comeBack(index),
    publish: async (count = 1) => Math.max(...(await Promise.all(Array.from({ length: count }, () => room.next())))),
    counted: async () => {
      const { rows } = await database.client.query(
        `SELECT count(*)::int AS n FROM participant_actions WHERE session_id = $1 AND node_id = 'mood' AND action_type = 'poll.voted'`,
        [room.sessionId],
      )
      return (rows[0] as { n: number }).n
    },
    [Symbol.asyncDispose]: async () => {
      room.cut()
      await subject[Symbol.asyncDispose]()
    },
  }
}
