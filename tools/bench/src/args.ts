import { parsed, WrongUse } from '@humuus/args'

export interface Options {
  readonly name: string
  /** Tens of clients and seconds instead of minutes: whether it works, not how fast it is. */
  readonly short: boolean
  /** Sizes of the crowd, smallest first; `null`: as the benchmark has it. */
  readonly sizes: readonly number[] | null
  /** Updates or rounds of votes in one run. */
  readonly rounds: number | null
  /** Updates that happen within a tick. */
  readonly burst: number
  /** How often everything is done; medians are taken over it. */
  readonly runs: number
  /** Votes per second that are offered. */
  readonly rates: readonly number[] | null
  /** Only contenders whose names contain one of these. */
  readonly only: readonly string[] | null
  /** Folder that gets a CPU profile of each server. */
  readonly profile: string | undefined
}

export const usage =
  'npm run bench -- NAME [--short] [--sizes 1000,5000] [--rounds N] [--burst N] [--runs N] [--rates 500,2000] [--only ours,socket.io] [--profile FOLDER]'

const text = { type: 'string' } as const
const options = {
  short: { type: 'boolean' },
  sizes: text,
  rounds: text,
  burst: text,
  runs: text,
  rates: text,
  only: text,
  profile: text,
} as const

/** Reads the command line. Throws `WrongUse`. */
export function readArgs(args: readonly string[]): Options {
  const { values, positionals } = parsed(args, usage, { allowPositionals: true, options })
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0) throw new WrongUse(usage)
  return {
    name,
    short: values.short ?? false,
    sizes: values.sizes === undefined ? null : numbers('--sizes', values.sizes),
    rounds: values.rounds === undefined ? null : number('--rounds', values.rounds),
    burst: number('--burst', values.burst ?? '1'),
    runs: number('--runs', values.runs ?? '1'),
    rates: values.rates === undefined ? null : numbers('--rates', values.rates),
    only: values.only?.toLowerCase().split(',') ?? null,
    profile: values.profile,
  }
}

const numbers = (name: string, given: string): number[] =>
  given
    .split(',')
    .map((one) => number(name, one))
    .sort((a, b) => a - b)

function number(name: string, given: string): number {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given)
  throw new WrongUse(`${name} wants whole numbers from 1, not "${given}"`)
}

/** Whether a contender of this name takes part. */
export const takesPart = ({ only }: Pick<Options, 'only'>, name: string): boolean =>
  only === null || only.some((part) => name.toLowerCase().includes(part))
