import { parsed, WrongUse, wholeNumber } from '@humuus/args'
import type { Options } from './options.ts'

const usage = 'npm run chaos -- [--minutes M] [--seed S] [--sessions N] [--people 10-30] [--json]'

const text = { type: 'string' } as const
const options = { minutes: text, seed: text, sessions: text, people: text, json: { type: 'boolean' } } as const

/** Reads the command line. Throws `WrongUse`. */
export function readArgs(args: readonly string[]): Options {
  const { minutes, seed, sessions, people, json } = parsed(args, usage, { options }).values
  return {
    minutes: minutes === undefined ? 5 : number('--minutes', minutes, 0.1, 1_440),
    seed: seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber('--seed', seed, 0, 2 ** 31 - 1),
    sessions: sessions === undefined ? 3 : wholeNumber('--sessions', sessions, 1, 20),
    people: people === undefined ? [10, 30] : range('--people', people),
    json: json ?? false,
  }
}

function number(name: string, text: string, least: number, most: number): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new WrongUse(`${name} is a number from ${least} to ${most}, not "${text}"`)
}

function range(name: string, text: string): readonly [number, number] {
  const [, low, high] = /^(\d{1,4})-(\d{1,4})$/.exec(text) ?? []
  const [least, most] = [Number(low), Number(high)]
  if (least >= 1 && most >= least && most <= 1_000) return [least, most]
  throw new WrongUse(`${name} is least and most people of a session, such as 10-30, not "${text}"`)
}
