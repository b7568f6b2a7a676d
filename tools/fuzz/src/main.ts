import { WrongUse } from '@humuus/args'
import { readArgs } from './args.ts'
import { fuzz } from './fuzz.ts'
import { print } from './print.ts'

try {
  const options = readArgs(process.argv.slice(2))
  const outcome = await fuzz(options, options.json ? () => {} : (line) => void process.stderr.write(`${line}\n`))
  process.stdout.write(`${options.json ? JSON.stringify(outcome, null, 2) : print(outcome)}\n`)
  process.exitCode = outcome.faults.length === 0 ? 0 : 1
} catch (error) {
  process.stderr.write(`fuzz: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = error instanceof WrongUse ? 2 : 1
}
