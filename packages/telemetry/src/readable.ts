const names: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}

/** Known to whoever looks at the screen, or told in another place. */
const left = new Set(['level', 'time', 'pid', 'hostname', 'name', 'msg', 'err'])

const colours: Readonly<Record<string, string>> = { warn: '33', error: '31', fatal: '31' }

/** A line of the log for people: time, level, who says it, what, and the rest as `key=value`; an error's stack below. */
export function readable(line: string, inColour: boolean): string {
  const said: Record<string, unknown> = JSON.parse(line)
  const level = names[Number(said.level)] ?? String(said.level)
  const colour = inColour ? colours[level] : undefined
  const marked = colour === undefined ? level.padEnd(5) : `\x1b[${colour}m${level.padEnd(5)}\x1b[0m`
  const rest = Object.entries(said)
    .filter(([key]) => !left.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const time = new Date(Number(said.time)).toTimeString().slice(0, 8)
  return [[time, marked, said.name, said.msg, ...rest].filter(Boolean).join('  '), ...stackOf(said.err), ''].join('\n')
}

function stackOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null || !('stack' in error)) return []
  return String(error.stack)
    .split('\n')
    .map((line) => `    ${line}`)
}
