import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'
import { keepsPlans, preparedName } from './prepared.ts'

/** A pool of connections to one PostgreSQL database. */
export interface Database {
  readonly prisma: PrismaClient
  /** Resolves if the database answers a question now; rejects if not. */
  ping(): Promise<void>
  /** Gives all connections back; the last call. */
  close(): Promise<void>
}

/** Opens nothing until the first question; a server that cannot be reached rejects that one within ten seconds. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}): Database {
  const adapter = new PrismaPg(
    { connectionString: url, max, connectionTimeoutMillis: 10_000 },
    keepsPlans(url) ? { statementNameGenerator: preparedName } : {},
  )
  const prisma = new PrismaClient({ adapter })
  return {
    prisma,
    ping: async () => {
      await prisma.$queryRaw`SELECT 1`
    },
    close: () => prisma.$disconnect(),
  }
}
