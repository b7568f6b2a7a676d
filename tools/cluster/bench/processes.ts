import { readFileSync } from 'node:fs'

/** Linux counts CPU time in these. */
const ticksPerSecond = 100

/** CPU seconds that processes have used so far, all together. Those that have ended count nothing. Linux only. */
export const cpuSeconds = (pids: readonly (number | null)[]): number =>
  pids.reduce<number>((sum, pid) => sum + (pid === null ? 0 : cpuOf(pid)), 0)

function cpuOf(pid: number): number {
  const line = read(`/proc/${pid}/stat`)
  // `pid (name) state …`: the name may hold spaces and brackets; user and system time are fields 14 and 15.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond
}

/** Memory that a process has for itself and nobody else shares, in bytes. Linux only. */
export function privateBytes(pid: number | null): number {
  const rollup = pid === null ? '' : read(`/proc/${pid}/smaps_rollup`)
  const kilobytes = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].map(([, size]) => Number(size))
  return kilobytes.reduce((sum, size) => sum + size, 0) * 1_024
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
