import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface Options {
  readonly url: string
  readonly participants: number
  /** Absolute path of the workshop to play; `null`: the first of the library. */
  readonly workshop: string | null
  readonly seed: number
  /** Absolute path of a file that gets everything that was sent and answered, for `npm run audit`; `null`: none. */
  readonly ledger: string | null
  readonly json: boolean
}

/** What the caller did wrong, in one line for them to read. */
export class WrongUse extends Error {}

const usage = 'npm run bots -- --url URL --participants N [--workshop FILE] [--seed S] [--ledger FILE] [--json]'

const most = 20_000

/** Reads the command line, as typed in `folder`. Throws `WrongUse`. */
export function readArgs(args: readonly string[], folder: string): Options {
  const { url, participants, workshop, seed, ledger, json } = parse(args)
  if (url === undefined) throw new WrongUse(`--url is missing: ${usage}`)
  if (participants === undefined) throw new WrongUse(`--participants is missing: ${usage}`)
  return {
    url: installation(url),
    participants: wholeNumber('--participants', participants, 1, most),
    workshop: workshop === undefined ? null : resolve(folder, workshop),
    seed: seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber('--seed', seed, 0, 2 ** 31 - 1),
    ledger: ledger === undefined ? null : resolve(folder, ledger),
    json: json ?? false,
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: { url: text, participants: text, workshop: text, seed: text, ledger: text, json: { type: 'boolean' } },
    }).values
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message.split('\n')[0] : error}: ${usage}`)
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new WrongUse(`${name} is a whole number from ${least} to ${most}, not "${text}"`)
}

function installation(text: string): string {
  const { protocol } = URL.canParse(text) ? new URL(text) : { protocol: '' }
  if (protocol === 'http:' || protocol === 'https:') return text
  throw new WrongUse(`--url is an address such as http://127.0.0.1:3000, not "${text}"`)
}
