import { parsed, wholeNumber } from '@humuus/args'

export interface Options {
  readonly servers: number
  /** Where the balancer listens on 127.0.0.1. */
  readonly port: number
  /** Every so many seconds the next server is killed and started again; `null`: none is. */
  readonly killEvery: number | null
}

const usage = 'npm run cluster -- [--servers N] [--port P] [--kill-every SECONDS]'

const text = { type: 'string' } as const
const options = { servers: text, port: text, 'kill-every': text } as const

/** Reads the command line. Throws `WrongUse`. */
export function readArgs(args: readonly string[]): Options {
  const { servers, port, 'kill-every': killEvery } = parsed(args, usage, { options }).values
  return {
    servers: servers === undefined ? 3 : wholeNumber('--servers', servers, 1, 16),
    port: port === undefined ? 3_000 : wholeNumber('--port', port, 1, 65_535),
    killEvery: killEvery === undefined ? null : wholeNumber('--kill-every', killEvery, 1, 86_400),
  }
}
