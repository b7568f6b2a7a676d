import { resolve } from 'node:path'
import { parsed, WrongUse } from '@humuus/args'

export interface Options {
  /** Session id or join code; `null`: none was named. */
  readonly session: string | null
  readonly all: boolean
  /** Only sessions made at or after this moment, epoch ms. */
  readonly since: number | undefined
  /** Absolute path of a ledger. */
  readonly ledger: string | null
  readonly json: boolean
}

const usage = 'npm run audit -- [SESSION | --all] [--since DATE|7d|12h] [--ledger FILE] [--json]'

const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
const options = { all: flag, since: text, ledger: text, json: flag } as const

/** Reads the command line, as typed in `folder` at `now` (epoch ms). Throws `WrongUse`. */
export function readArgs(args: readonly string[], folder: string, now: number): Options {
  const { values, positionals } = parsed(args, usage, { allowPositionals: true, options })
  const [session, ...more] = positionals
  if (more.length > 0) throw new WrongUse(`one session at a time, not ${positionals.length}: ${usage}`)
  if (session !== undefined && values.all) throw new WrongUse(`name a session or say --all, not both: ${usage}`)
  if (session !== undefined && values.since) throw new WrongUse(`--since goes with --all or with the list: ${usage}`)
  if (session === undefined && !values.all && values.ledger) throw new WrongUse(`--ledger needs a session: ${usage}`)
  return {
    session: session ?? null,
    all: values.all ?? false,
    since: values.since === undefined ? undefined : momentOf(values.since, now),
    ledger: values.ledger === undefined ? null : resolve(folder, values.ledger),
    json: values.json ?? false,
  }
}

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** A span before now, such as `7d`, or a date. */
function momentOf(text: string, now: number): number {
  const [, count, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? []
  if (count !== undefined) return now - Number(count) * units[unit as keyof typeof units]
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(at)) return at
  throw new WrongUse(`--since is a date such as 2026-11-01 or a span such as 7d, 12h or 30m, not "${text}"`)
}
