import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type Wish =
  | { readonly does: 'backup'; readonly file: string; readonly files: boolean }
  | { readonly does: 'restore'; readonly file: string; readonly files: boolean; readonly replace: boolean }

/** What the caller did wrong, in one line for them to read. */
export class WrongUse extends Error {}

const usage = {
  backup: 'npm run backup -- [FILE] [--without-files]',
  restore: 'npm run restore -- FILE [--replace] [--without-files]',
} as const

/** Reads the command line, as typed in `folder` at `now` (epoch ms). Throws `WrongUse`. */
export function readArgs([does, ...args]: readonly string[], folder: string, now: number): Wish {
  if (does === 'backup') return backup(args, folder, now)
  if (does === 'restore') return restore(args, folder)
  throw new WrongUse(`say what to do: ${usage.backup}, ${usage.restore}`)
}

function backup(args: readonly string[], folder: string, now: number): Wish {
  const { values, positionals } = parse(args, ['without-files'], usage.backup)
  const [name = nameAt(now), ...more] = positionals
  if (more.length > 0) throw new WrongUse(`one file, not ${positionals.length}: ${usage.backup}`)
  const file = resolve(folder, name)
  if (existsSync(file)) throw new WrongUse(`${file} is there already: name another file, or remove it`)
  if (!existsSync(join(file, '..'))) throw new WrongUse(`there is no folder ${resolve(file, '..')}`)
  return { does: 'backup', file, files: !values['without-files'] }
}

function restore(args: readonly string[], folder: string): Wish {
  const { values, positionals } = parse(args, ['replace', 'without-files'], usage.restore)
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0) throw new WrongUse(`name one file: ${usage.restore}`)
  const file = resolve(folder, name)
  if (!existsSync(file)) throw new WrongUse(`there is no file ${file}`)
  return { does: 'restore', file, files: !values['without-files'], replace: values.replace === true }
}

function parse(args: readonly string[], flags: readonly string[], how: string) {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]))
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message.split('\n')[0] : error}: ${how}`)
  }
}

/** Names sort by time. */
const nameAt = (now: number): string =>
  `humuus-${new Date(now).toISOString().slice(0, 16).replace('T', '-').replace(':', '')}.tar.gz`
