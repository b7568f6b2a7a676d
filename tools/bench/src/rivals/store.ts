import { randomUUID } from 'node:crypto'
import { openDatabase } from '@humuus/db'
import pg from 'pg'
import { z } from 'zod'

export const Vote = z.object({ userId: z.string().max(100), choice: z.int().min(0).max(11) })
export type Vote = z.output<typeof Vote>

/** Where votes go. What is added is kept when the promise resolves, as well as the store keeps things. */
export interface VoteStore {
  add(vote: Vote): Promise<void>
  count(): Promise<number>
}

/** The session whose row was made before, so that the same table with the same indexes is written as ours. */
const sessionId = process.env.SESSION_ID ?? ''

/** As our log has them: every vote has the next number of its session. */
function rows(): (vote: Vote) => { version: number; commandId: string; userId: string; choice: number } {
  let version = 0
  return ({ userId, choice }) => ({ version: ++version, commandId: randomUUID(), userId, choice })
}

function memory(): VoteStore {
  const votes: Vote[] = []
  return {
    add: async (vote) => void votes.push(vote),
    count: async () => votes.length,
  }
}

/** One INSERT each over a pool, as the manual of `pg` has it. */
function insertEach(url: string): VoteStore {
  const pool = new pg.Pool({ connectionString: url })
  const row = rows()
  return {
    add: async (vote) => {
      const { version, commandId, userId, choice } = row(vote)
      await pool.query(
        `INSERT INTO participant_actions (session_id, version, command_id, user_id, node_id, action_type, action_data)
         VALUES ($1, $2, $3, $4, 'mood', 'voted', $5)`,
        [sessionId, version, commandId, userId, { choice: [choice] }],
      )
    },
    count: async () => {
      const counted = await pool.query('SELECT count(*)::int AS n FROM participant_actions WHERE session_id = $1', [
        sessionId,
      ])
      return (counted.rows[0] as { n: number }).n
    },
  }
}

/** One `create` each, as Prisma's manual has it. */
function createEach(url: string): VoteStore {
  const { prisma } = openDatabase(url)
  const row = rows()
  return {
    add: async (vote) => {
      const { choice, ...rest } = row(vote)
      const action = { ...rest, nodeId: 'mood', actionType: 'voted', actionData: { choice: [choice] } }
      await prisma.participantAction.create({ data: { sessionId, ...action } })
    },
    count: () => prisma.participantAction.count({ where: { sessionId } }),
  }
}

const stores = { memory, pg: insertEach, prisma: createEach } as const
export type StoreName = keyof typeof stores

/** The store that the bench asked for (`STORE`, `DATABASE_URL`). */
export function openStore(): VoteStore {
  const name = z.enum(['memory', 'pg', 'prisma']).parse(process.env.STORE ?? 'memory')
  return stores[name](process.env.DATABASE_URL ?? '')
}
