import type { Options } from './args.ts'
import { arrivals } from './benchmarks/arrivals.ts'
import { cluster } from './benchmarks/cluster.ts'
import { engineCosts } from './benchmarks/engine.ts'
import { fanout } from './benchmarks/fanout.ts'
import { sessions } from './benchmarks/sessions.ts'
import { storm } from './benchmarks/storm.ts'
import { votes } from './benchmarks/votes.ts'
import { web } from './benchmarks/web.ts'
import type { Table } from './table.ts'

/** What can be measured, by the name on the command line. */
export const benchmarks: Readonly<Record<string, (options: Options) => Promise<Table[]>>> = {
  fanout,
  votes,
  storm,
  arrivals,
  engine: engineCosts,
  sessions,
  cluster,
  web,
}
