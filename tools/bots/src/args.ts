import { resolve } from 'node:path'
import { address, parsed, WrongUse, wholeNumber } from '@humuus/args'

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

const usage = 'npm run bots -- --url URL --participants N [--workshop FILE] [--seed S] [--ledger FILE] [--json]'

const most = 20_000

const text = { type: 'string' } as const
const options = {
  url: text,
  participants: text,
  workshop: text,
  seed: text,
  ledger: text,
  json: { type: 'boolean' },
} as const

/** Reads the command line, as typed in `folder`. Throws `WrongUse`. */
export function readArgs(args: readonly string[], folder: string): Options {
  const { url, participants, workshop, seed, ledger, json } = parsed(args, usage, { options }).values
  if (url === undefined) throw new WrongUse(`--url is missing: ${usage}`)
  if (participants === undefined) throw new WrongUse(`--participants is missing: ${usage}`)
  return {
    url: address('--url', url),
    participants: wholeNumber('--participants', participants, 1, most),
    workshop: workshop === undefined ? null : resolve(folder, workshop),
    seed: seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber('--seed', seed, 0, 2 ** 31 - 1),
    ledger: ledger === undefined ? null : resolve(folder, ledger),
    json: json ?? false,
  }
}
