import { WrongUse } from '@humuus/args'
import { readArgs } from './args.ts'
import { run } from './run.ts'

try {
  // npm runs scripts in the folder of the project, and tells in which one the person is.
  const options = readArgs(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), Date.now())
  const { text, code } = await run(options, process.env.DATABASE_URL ?? '')
  end(process.stdout, text, code)
} catch (error) {
  end(process.stderr, `audit: ${told(error)}`, error instanceof WrongUse ? 2 : 1)
}

/** In a line; of what Prisma says about a database only what the database said. */
function told(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [, reason] = /Message: `([^`]*)`/.exec(message) ?? []
  return reason ?? message.trim().split('\n').at(-1) ?? ''
}

function end(stream: NodeJS.WriteStream, text: string, code: number): void {
  stream.write(`${text}\n`, () => process.exit(code))
}
