import { parseArgs } from 'node:util'
import type { Options } from './fuzz.ts'

/** What the caller did wrong, in one line for them to read. */
export class WrongUse extends Error {}

const usage = 'npm run fuzz -- [--messages N] [--seed S] [--slow-readers N] [--url URL] [--json]'

const most = 10_000_000
const usual = 10_000

/** Reads the command line. Throws `WrongUse`. */
export function readArgs(args: readonly string[]): Options & { readonly json: boolean } {
  const { url, messages, seed, json, 'slow-readers': slow } = parse(args)
  return {
    url: url === undefined ? null : installation(url),
    messages: messages === undefined ? usual : wholeNumber('--messages', messages, 1, most),
    seed: seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber('--seed', seed, 0, 2 ** 31 - 1),
    slowReaders: slow === undefined ? 0 : wholeNumber('--slow-readers', slow, 0, 1_000),
    json: json ?? false,
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: { url: text, messages: text, seed: text, 'slow-readers': text, json: { type: 'boolean' } },
    }).values
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message.split('\n')[0] : error}: ${usage}`)
  }
}

function wholeNumber(name: string, text: string, least: number, highest: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= highest) return number
  throw new WrongUse(`${name} is a whole number from ${least} to ${highest}, not "${text}"`)
}

function installation(text: string): string {
  const { protocol } = URL.canParse(text) ? new URL(text) : { protocol: '' }
  if (protocol === 'http:' || protocol === 'https:') return text.replace(/\/$/, '')
  throw new WrongUse(`--url is an address such as http://127.0.0.1:3000, not "${text}"`)
}
