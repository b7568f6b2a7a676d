import type { StoredAction } from '@humuus/workshop-engine'

/** The log is numbered from 1 to the session's version without holes, its time never runs backwards, a command is in it once. */
export function checkNumbering(log: readonly StoredAction[], head: number): string[] {
  return [...holes(log, head), ...doubles(log), ...backwards(log), ...repeated(log)]
}

function holes(log: readonly StoredAction[], head: number): string[] {
  const versions = new Set(log.map(({ version }) => version))
  const missing = Array.from({ length: head }, (_, index) => index + 1).filter((version) => !versions.has(version))
  const last = log.at(-1)?.version ?? 0
  return [
    ...ranges(missing).map((range) => `version ${range} is missing`),
    ...(last > head ? [`the log goes to version ${last}, the session's row to ${head}`] : []),
  ]
}

const doubles = (log: readonly StoredAction[]): string[] =>
  log.flatMap(({ version }, index) => (log[index - 1]?.version === version ? [`version ${version} stands twice`] : []))

const backwards = (log: readonly StoredAction[]): string[] =>
  log.flatMap(({ version, at }, index) => {
    const before = log[index - 1]
    return before !== undefined && before.at > at ? [`time runs backwards at version ${version}`] : []
  })

function repeated(log: readonly StoredAction[]): string[] {
  const first = new Map<string, number>()
  return log.flatMap(({ commandId, version }) => {
    if (commandId === null) return []
    const before = first.get(commandId)
    if (before !== undefined) return [`command ${commandId} stands twice, at versions ${before} and ${version}`]
    first.set(commandId, version)
    return []
  })
}

/** `[1, 2, 3, 7]` → `['1–3', '7']`. */
function ranges(ascending: readonly number[]): string[] {
  const found: [number, number][] = []
  for (const number of ascending) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
}
