import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino'
import { errorForLog } from './error-for-log.ts'
import { readable } from './readable.ts'
import { scrub } from './scrub.ts'

/** Names of what is somebody's, or opens something: a line that has them was a mistake, and does not show them. */
const hidden = [
  'email',
  'recipient',
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'address',
  'ip',
  'screenKey',
  'joinCode',
]

interface LogOptions {
  readonly level: string
  /** Which program speaks. */
  readonly name: string
  /** Where lines go; standard output if nothing is said, for people where that is a terminal. */
  readonly to?: DestinationStream | undefined
}

/**
 * The log of a program: a JSON object a line, or a line for people on a terminal. Lines about a request carry `requestId`, those
 * about a session `sessionId`. Nobody's data goes in; what slips in all the same is hidden or scrubbed before it is written.
 */
export function openLog({ level, name, to }: LogOptions): Logger {
  const options: LoggerOptions = {
    level,
    name,
    serializers: { err: errorForLog },
    redact: { paths: hidden.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
    hooks: { streamWrite: scrub },
  }
  if (to !== undefined) return pino(options, to)
  if (process.stdout.isTTY) return pino(options, terminal())
  // Synchronous: the last words before an exit are not lost.
  return pino(options, pino.destination({ dest: 1, sync: true }))
}

function terminal(): DestinationStream {
  const inColour = !process.env.NO_COLOR
  return { write: (line) => void process.stdout.write(readable(line, inColour)) }
}
