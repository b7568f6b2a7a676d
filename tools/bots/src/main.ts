import { WrongUse } from '@humuus/args'
import { readArgs } from './args.ts'
import { print } from './print.ts'
import { rehearse } from './rehearsal.ts'

/** The innermost reason, as its code (`ECONNREFUSED`) or in words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return reasonOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

/** What happened, and why where that is known. */
function told(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error)
  const why = reasonOf(error)
  return what === why ? what : `${what} (${why})`
}

function end(stream: NodeJS.WriteStream, text: string, code: number): void {
  stream.write(`${text}\n`, () => process.exit(code))
}

try {
  // npm runs scripts in the folder of the project, and tells in which one the person is.
  const options = readArgs(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  const tell = options.json ? () => {} : (line: string) => process.stderr.write(`${line}\n`)
  const outcome = await rehearse(options, tell)
  end(
    process.stdout,
    options.json ? JSON.stringify(outcome, null, 2) : print(outcome),
    outcome.faults.length === 0 ? 0 : 1,
  )
} catch (error) {
  end(process.stderr, `bots: ${told(error)}`, error instanceof WrongUse ? 2 : 1)
}
