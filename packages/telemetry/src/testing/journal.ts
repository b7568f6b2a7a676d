import type { Logger } from 'pino'
import { openLog } from '../log.ts'

/** A log that is kept to be read. */
export interface Journal {
  readonly log: Logger
  /** All that was written. */
  text(): string
  /** The same, a line each. */
  lines(): readonly Record<string, unknown>[]
}

export function journal(name: string, level = 'trace'): Journal {
  let text = ''
  const log = openLog({
    level,
    name,
    to: {
      write: (line) => {
        text += line
      },
    },
  })
  return {
    log,
    text: () => text,
    lines: () =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line): Record<string, unknown> => JSON.parse(line)),
  }
}
