import { WrongUse } from '@humuus/args'
import { readArgs, usage } from './args.ts'
import { benchmarks } from './benchmarks.ts'
import { machine } from './machine.ts'
import { print } from './table.ts'

try {
  const options = readArgs(process.argv.slice(2))
  const run = benchmarks[options.name]
  if (run === undefined) throw new WrongUse(`NAME is one of ${Object.keys(benchmarks).join(', ')}: ${usage}`)
  process.stdout.write(`${machine()}\n\n`)
  for (const table of await run(options)) process.stdout.write(`${print(table)}\n`)
  process.exit(0)
} catch (error) {
  process.stderr.write(
    `bench: ${error instanceof WrongUse ? error.message : error instanceof Error ? error.stack : error}\n`,
  )
  process.exit(error instanceof WrongUse ? 2 : 1)
}
