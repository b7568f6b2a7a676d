import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const sources = ['--conditions=@humuus/source', '--import', 'tsx']
const here = fileURLToPath(new URL('..', import.meta.url))

/** Starts a program of this repository from its sources, as a process of its own. `path` counts from this package. */
export function startProgram(path: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const command = [...sources, fileURLToPath(new URL(`../${path}`, import.meta.url)), ...args]
  return spawn(process.execPath, command, { cwd: here, env: { ...process.env, ...env } })
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs one to its end. */
export async function runProgram(path: string, args: readonly string[]): Promise<Ended> {
  const child = startProgram(path, args)
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (piece) => (said.stdout += piece))
  child.stderr?.on('data', (piece) => (said.stderr += piece))
  const [code] = await once(child, 'close')
  return { code, ...said }
}
