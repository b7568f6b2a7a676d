import { Redis } from 'ioredis'
import { bad, type Finding, good, off, warn } from '../finding.ts'
import { clockBeside } from './clock.ts'

const finestHz = 100

/** Redis: that it answers and forgets nothing that was queued. */
export async function redis({ redisUrl }: { redisUrl: string | null }): Promise<Finding[]> {
  if (redisUrl === null) return [off('not used: one server hears itself, jobs are in the database')]
  const client = new Redis(redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    connectTimeout: 5_000,
  })
  // What goes wrong is thrown by the question.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const info = await client.info('server')
    return [
      good(`Redis ${/redis_version:(\S+)/.exec(info)?.[1] ?? 'of unknown version'}`),
      ...(await settings(client)),
      await clockBeside('Redis', async () => {
        const [seconds = 0, micros = 0] = (await client.time()).map(Number)
        return seconds * 1_000 + micros / 1_000
      }),
    ]
  } finally {
    client.disconnect()
  }
}

/** Hosted ones often do not tell. */
async function settings(client: Redis): Promise<Finding[]> {
  const setting = async (name: string): Promise<string | null> => {
    const [, value] = (await client.config('GET', name).catch(() => [])) as string[]
    return value ?? null
  }
  const findings: Finding[] = []
  const policy = await setting('maxmemory-policy')
  if (policy === null) findings.push(warn('it does not tell its settings', 'see that maxmemory-policy is noeviction'))
  else if (policy !== 'noeviction')
    findings.push(
      bad(`when it is full it forgets (${policy})`, 'jobs would be lost: set maxmemory-policy to noeviction'),
    )
  const isKept = (await setting('appendonly')) === 'yes' || Boolean(await setting('save'))
  if (policy !== null && !isKept)
    findings.push(
      warn('it forgets everything when it restarts', 'jobs that wait come again a little later: set appendonly to yes'),
    )
  const hz = await setting('hz')
  if (hz !== null && Number(hz) < finestHz)
    findings.push(
      warn(`it looks at its clock ${hz} times a second`, `timers are up to 100 ms late: set hz to ${finestHz}`),
    )
  return findings.length === 0 ? [good('it keeps what is queued')] : findings
}
