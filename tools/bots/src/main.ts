import { readArgs, WrongUse } from './args.ts'
import { print } from './print.ts'
import { rehearse } from './rehearsal.ts'

/** The innermost reason that has a name, such as `ECONNREFUSED`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const inner = reasonOf(error.cause)
  if (inner !== '') return inner
  return 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
}

function end(stream: NodeJS.WriteStream, text: string, code: number): void {
  stream.write(`${text}\n`, () => process.exit(code))
}

try {
  const options = readArgs(process.argv.slice(2))
  const tell = options.json ? () => {} : (line: string) => process.stderr.write(`${line}\n`)
  const outcome = await rehearse(options, tell)
  end(
    process.stdout,
    options.json ? JSON.stringify(outcome, null, 2) : print(outcome),
    outcome.faults.length === 0 ? 0 : 1,
  )
} catch (error) {
  const what = error instanceof Error ? error.message : String(error)
  end(process.stderr, `bots: ${what}${reasonOf(error)}`, error instanceof WrongUse ? 2 : 1)
}
