import { parseArgs } from 'node:util'

/** What the caller did wrong, in one line for them to read. */
export class WrongUse extends Error {}

export interface Options {
  readonly servers: number
  /** Where the balancer listens on 127.0.0.1. */
  readonly port: number
  /** Every so many seconds the next server is killed and started again; `null`: none is. */
  readonly killEvery: number | null
}

const usage = 'npm run cluster -- [--servers N] [--port P] [--kill-every SECONDS]'

/** Reads the command line. Throws `WrongUse`. */
export function readArgs(args: readonly string[]): Options {
  const { servers, port, 'kill-every': killEvery } = parse(args)
  return {
    servers: servers === undefined ? 3 : whole('--servers', servers, 1, 16),
    port: port === undefined ? 3_000 : whole('--port', port, 1, 65_535),
    killEvery: killEvery === undefined ? null : whole('--kill-every', killEvery, 1, 86_400),
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args: [...args], options: { servers: text, port: text, 'kill-every': text } }).values
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message.split('\n')[0] : error}: ${usage}`)
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new WrongUse(`${name} is a whole number from ${least} to ${most}, not "${text}"`)
}
