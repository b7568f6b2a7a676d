import pino, { type Logger } from 'pino'

/** A log and what was written to it. */
export function logLines(): { log: Logger; lines: Record<string, unknown>[]; text(): string } {
  const lines: Record<string, unknown>[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  return { log, lines, text: () => JSON.stringify(lines) }
}
