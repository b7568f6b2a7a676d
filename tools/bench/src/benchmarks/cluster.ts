import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Options } from '../args.ts'
import type { Table } from '../table.ts'
import { tell } from '../tell.ts'

const folder = fileURLToPath(new URL('../../../cluster', import.meta.url))
const usual = { people: 150, votesPerSecond: 600 } as const
const few = { people: 12, votesPerSecond: 24 } as const

/**
 * One session over 1, 2 and 3 servers, in CPU time for each vote and each message: all of it shares the machine. It is measured
 * by a program beside `npm run cluster`, with whole clients and with Redis.
 */
export async function cluster({ short, sizes, rates }: Options): Promise<Table[]> {
  const { people, votesPerSecond } = short ? few : usual
  tell('one session over 1, 2 and 3 servers')
  const said = await sayOf([String(sizes?.[0] ?? people), String(rates?.[0] ?? votesPerSecond), '--json'])
  return [JSON.parse(said) as Table]
}

/** What the program prints. From its sources, because it is never built. */
function sayOf(args: readonly string[]): Promise<string> {
  const command = ['--conditions=@humuus/source', '--import', 'tsx', 'bench/contention.ts', ...args]
  const child = spawn(process.execPath, command, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`the program ended with ${code}`))))
  })
}
