import { parseArgs } from 'node:util'
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

/** What the caller did wrong, in one line for them to read. */
export class WrongUse extends Error {}

const usage =
  'npm run conformance [-- --url URL] [--also URL] [--restart "COMMAND"] [--only C3,C7] [--strict] [--json] [--list]'

/** Reads the command line. Throws `WrongUse`. */
export function readArgs(args: readonly string[], all: readonly Scenario[]): Options {
  const { url, also, restart, only, list = false, json = false, strict = false } = parse(args)
  if (url === undefined && (also !== undefined || restart !== undefined))
    throw new WrongUse(`--also and --restart belong to a --url: ${usage}`)
  if (restart?.trim() === '') throw new WrongUse(`--restart is a command, not "${restart}"`)
  return {
    url: url === undefined ? null : installation('--url', url),
    also: also === undefined ? null : installation('--also', also),
    restart: restart ?? null,
    chosen: only === undefined ? all : choose(only, all),
    list,
    json,
    strict,
  }
}

function parse(args: readonly string[]) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
  try {
    const options = { url: text, also: text, restart: text, only: text, list: flag, json: flag, strict: flag }
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message.split('\n')[0] : error}: ${usage}`)
  }
}

function choose(only: string, all: readonly Scenario[]): readonly Scenario[] {
  const wanted = only.split(',').map((id) => id.trim().toUpperCase())
  const unknown = wanted.find((id) => all.every((scenario) => scenario.id !== id))
  if (unknown !== undefined) throw new WrongUse(`--only names scenarios such as C3,C7; there is no "${unknown}"`)
  return all.filter(({ id }) => wanted.includes(id))
}

function installation(name: string, text: string): string {
  const { protocol } = URL.canParse(text) ? new URL(text) : { protocol: '' }
  if (protocol === 'http:' || protocol === 'https:') return text.replace(/\/+$/, '')
  throw new WrongUse(`${name} is an address such as http://127.0.0.1:3000, not "${text}"`)
}
