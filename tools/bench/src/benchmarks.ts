import type { Options } from './args.ts'
import { fanout } from './benchmarks/fanout.ts'
import { storm } from './benchmarks/storm.ts'
import { votes } from './benchmarks/votes.ts'
import type { Table } from './table.ts'

/** What can be measured, by the name on the command line. */
export const benchmarks: Readonly<Record<string, (options: Options) => Promise<Table[]>>> = { fanout, votes, storm }
