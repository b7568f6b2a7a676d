import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

let known: boolean | null = null

/** Whether processes can be held on a core here (`taskset`, Linux) and there is more than one. */
export function canPin(): boolean {
  known ??= availableParallelism() > 1 && answers('taskset', '--version')
  return known
}

/** The command, held on the first core: there the server has nobody beside it but what the system itself does. */
export const onServerCore = (command: readonly string[]): string[] =>
  canPin() ? ['taskset', '-c', '0', ...command] : [...command]

/** Holds this process, which makes the load, on the last core. What it started before goes where it likes. */
export function keepToLoadCore(): void {
  if (canPin()) execFileSync('taskset', ['-a', '-cp', String(availableParallelism() - 1), String(process.pid)])
}

function answers(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
