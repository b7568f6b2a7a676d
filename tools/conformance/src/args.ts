import { address, parsed, WrongUse } from '@humuus/args'
import type { Scenario } from './scenario.ts'

export interface Options {
  /** The installation to play against; `null`: one that is started for this. */
  readonly url: string | null
  readonly also: string | null
  /** Shell command that kills the server at `url` and starts it again. */
  readonly restart: string | null
  /** The scenarios to play, in order. */
  readonly chosen: readonly Scenario[]
  readonly list: boolean
  readonly json: boolean
  /** What could not be run counts as a failure. */
  readonly strict: boolean
}

const usage =
  'npm run conformance [-- --url URL] [--also URL] [--restart "COMMAND"] [--only C3,C7] [--strict] [--json] [--list]'

const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
const options = { url: text, also: text, restart: text, only: text, list: flag, json: flag, strict: flag } as const

/** Reads the command line. Throws `WrongUse`. */
export function readArgs(args: readonly string[], all: readonly Scenario[]): Options {
  const {
    url,
    also,
    restart,
    only,
    list = false,
    json = false,
    strict = false,
  } = parsed(args, usage, { options }).values
  if (url === undefined && (also !== undefined || restart !== undefined))
    throw new WrongUse(`--also and --restart belong to a --url: ${usage}`)
  if (restart?.trim() === '') throw new WrongUse(`--restart is a command, not "${restart}"`)
  return {
    url: url === undefined ? null : address('--url', url),
    also: also === undefined ? null : address('--also', also),
    restart: restart ?? null,
    chosen: only === undefined ? all : choose(only, all),
    list,
    json,
    strict,
  }
}

function choose(only: string, all: readonly Scenario[]): readonly Scenario[] {
  const wanted = only.split(',').map((id) => id.trim().toUpperCase())
  const unknown = wanted.find((id) => all.every((scenario) => scenario.id !== id))
  if (unknown !== undefined) throw new WrongUse(`--only names scenarios such as C3,C7; there is no "${unknown}"`)
  return all.filter(({ id }) => wanted.includes(id))
}
