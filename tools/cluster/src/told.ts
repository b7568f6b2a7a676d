import type { Cluster } from './cluster.ts'
import { withoutPassword } from './without-password.ts'

/** What stands on the screen once everything runs. */
export function told({ url, rig, bucketUrl }: Cluster, redisUrl: string): string {
  const rows = [
    ['Open', url],
    ...rig.servers.map((server) => [server.name, `${server.url}  (process ${server.pid})`]),
    ['worker', `process ${rig.worker?.pid ?? '–'}`],
    ['PostgreSQL', `${withoutPassword(rig.database.url)}  (process ${rig.database.pid})`],
    ['Redis', withoutPassword(redisUrl) + (rig.redis === null ? '' : `  (process ${rig.redis.pid})`)],
    ['files', `${bucketUrl}  (S3, in memory)`],
    ['logs', rig.logs],
    ['Stop', 'Ctrl-C'],
  ]
  return ['', ...rows.map(([name = '', value]) => `  ${name.padEnd(12)}${value}`), ''].join('\n')
}
