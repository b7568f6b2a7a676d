import { readFileSync } from 'node:fs'

/** What a process opens besides its connections. */
const others = 100

/** How many files this process may have open; infinite where the system does not say. */
function allowed(): number {
  try {
    const line = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))
    return line?.[1] === undefined ? Number.POSITIVE_INFINITY : Number(line[1])
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** Throws in words when so many connections cannot be had. */
export function insistOnFiles(connections: number): void {
  const limit = allowed()
  if (limit >= connections + others) return
  throw new Error(
    `${connections} connections need as many open files, and ${limit} are allowed here: raise it with "ulimit -n ${connections + others}" or ask for less with --sizes`,
  )
}
