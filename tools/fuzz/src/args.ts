import { address, parsed, wholeNumber } from '@humuus/args'
import type { Options } from './fuzz.ts'

const usage = 'npm run fuzz -- [--messages N] [--seed S] [--slow-readers N] [--url URL] [--json]'

const most = 10_000_000
const usual = 10_000

const text = { type: 'string' } as const
const options = { url: text, messages: text, seed: text, 'slow-readers': text, json: { type: 'boolean' } } as const

/** Reads the command line. Throws `WrongUse`. */
export function readArgs(args: readonly string[]): Options & { readonly json: boolean } {
  const { url, messages, seed, json, 'slow-readers': slow } = parsed(args, usage, { options }).values
  return {
    url: url === undefined ? null : address('--url', url),
    messages: messages === undefined ? usual : wholeNumber('--messages', messages, 1, most),
    seed: seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber('--seed', seed, 0, 2 ** 31 - 1),
    slowReaders: slow === undefined ? 0 : wholeNumber('--slow-readers', slow, 0, 1_000),
    json: json ?? false,
  }
}
