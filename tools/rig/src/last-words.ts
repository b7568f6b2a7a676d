import { readFileSync } from 'node:fs'

/** The end of a log file, for an error message. */
export function lastWords(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
  } catch {
    return 'it said nothing'
  }
}
