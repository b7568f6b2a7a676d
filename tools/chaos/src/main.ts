import { WrongUse } from '@humuus/args'
import { readArgs } from './args.ts'
import { chaos } from './chaos.ts'
import { print } from './print.ts'

const impatientAfterMs = 1_000

try {
  const options = readArgs(process.argv.slice(2))
  const stop = new AbortController()
  // Told to end, it goes on in calm to what it has found so far; told again, it ends. Ctrl-C comes twice at once: from the
  // terminal, and from whoever started us.
  let toldAt: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (toldAt !== null && performance.now() - toldAt > impatientAfterMs) process.exit(1)
      toldAt ??= performance.now()
      stop.abort()
    })
  }
  const outcome = await chaos(options, (line) => process.stderr.write(`${line}\n`), stop.signal)
  const text = options.json ? JSON.stringify(outcome, null, 2) : print(outcome)
  process.stdout.write(`${text}\n`, () => process.exit(outcome.faults.length === 0 ? 0 : 1))
} catch (error) {
  const said = error instanceof WrongUse ? error.message : String(error instanceof Error ? error.stack : error)
  process.stderr.write(`chaos: ${said}\n`, () => process.exit(error instanceof WrongUse ? 2 : 1))
}
