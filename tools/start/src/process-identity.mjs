import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process began, in the system's own words; null if there is none. Together with its number it tells a process
 * from a later one that was given the same number.
 * @param {number} pid
 * @returns {string | null}
 */
export function startOf(pid) {
  if (process.platform === 'linux') return procStat(pid)?.start ?? null
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

/**
 * What Linux tells of a living process; null if there is none, and on other systems.
 * @param {number} pid
 * @returns {{ name: string, parent: number, start: string } | null}
 */
export function procStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in brackets, which may hold anything; state, parent and start are the 3rd, 4th, 22nd.
    const nameEnds = stat.lastIndexOf(')')
    const fields = stat.slice(nameEnds + 2).split(' ')
    const name = stat.slice(stat.indexOf('(') + 1, nameEnds)
    return fields[0] === 'Z' ? null : { name, parent: Number(fields[1]), start: fields[19] ?? '' }
  } catch {
    return null
  }
}
