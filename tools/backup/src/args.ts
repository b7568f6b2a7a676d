import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parsed, WrongUse } from '@humuus/args'

export type Wish =
  | { readonly does: 'backup'; readonly file: string; readonly files: boolean }
  | { readonly does: 'restore'; readonly file: string; readonly files: boolean; readonly replace: boolean }

const usage = {
  backup: 'npm run backup -- [FILE] [--without-files]',
  restore: 'npm run restore -- FILE [--replace] [--without-files]',
} as const

const flag = { type: 'boolean' } as const

/** Reads the command line, as typed in `folder` at `now` (epoch ms). Throws `WrongUse`. */
export function readArgs([does, ...args]: readonly string[], folder: string, now: number): Wish {
  if (does === 'backup') return backup(args, folder, now)
  if (does === 'restore') return restore(args, folder)
  throw new WrongUse(`say what to do: ${usage.backup}, ${usage.restore}`)
}

function backup(args: readonly string[], folder: string, now: number): Wish {
  const { values, positionals } = parsed(args, usage.backup, {
    allowPositionals: true,
    options: { 'without-files': flag },
  })
  const [name = nameAt(now), ...more] = positionals
  if (more.length > 0) throw new WrongUse(`one file, not ${positionals.length}: ${usage.backup}`)
  const file = resolve(folder, name)
  if (existsSync(file)) throw new WrongUse(`${file} is there already: name another file, or remove it`)
  if (!existsSync(join(file, '..'))) throw new WrongUse(`there is no folder ${resolve(file, '..')}`)
  return { does: 'backup', file, files: !values['without-files'] }
}

function restore(args: readonly string[], folder: string): Wish {
  const { values, positionals } = parsed(args, usage.restore, {
    allowPositionals: true,
    options: { replace: flag, 'without-files': flag },
  })
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0) throw new WrongUse(`name one file: ${usage.restore}`)
  const file = resolve(folder, name)
  if (!existsSync(file)) throw new WrongUse(`there is no file ${file}`)
  return { does: 'restore', file, files: !values['without-files'], replace: values.replace === true }
}

/** Names sort by time. */
const nameAt = (now: number): string =>
  `humuus-${new Date(now).toISOString().slice(0, 16).replace('T', '-').replace(':', '')}.tar.gz`
