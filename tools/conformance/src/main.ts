import { WrongUse } from '@humuus/args'
import { type Options, readArgs } from './args.ts'
import { givenSystem } from './given-system.ts'
import { ownSystem } from './own-system.ts'
import { type Outcome, play } from './play.ts'
import { exitCode, line, listing, summary } from './print.ts'
import { scenarios } from './scenarios/index.ts'
import type { System } from './system.ts'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

try {
  const options = readArgs(process.argv.slice(2), scenarios)
  end(process.stdout, options.list ? listing(options.chosen) : '', options.list ? 0 : await perform(options))
} catch (error) {
  end(
    process.stderr,
    `conformance: ${error instanceof Error ? error.message : error}`,
    error instanceof WrongUse ? 2 : 1,
  )
}

/** Plays what was chosen and tells how it went; resolves to the exit code. */
async function perform(options: Options): Promise<number> {
  const outcomes: Outcome[] = []
  const tell = options.json ? () => {} : (text: string) => void process.stdout.write(`${text}\n`)
  await withSystem(options, async (system) => {
    tell(`\nConformance of ${options.url ?? 'this version, on servers of its own'}\n`)
    for (const scenario of options.chosen) {
      if (stop.signal.aborted) return
      const outcome = await play(scenario, system)
      outcomes.push(outcome)
      tell(line(outcome))
    }
  })
  if (stop.signal.aborted) return 130
  if (options.json) process.stdout.write(`${JSON.stringify({ url: options.url, outcomes }, null, 2)}\n`)
  tell(`\n${summary(outcomes)}`)
  return exitCode(outcomes, options.strict)
}

async function withSystem(options: Options, use: (system: System) => Promise<void>): Promise<void> {
  const { url } = options
  if (url !== null) return use(await givenSystem({ ...options, url }))
  await using system = await ownSystem()
  await use(system)
}

function end(stream: NodeJS.WriteStream, text: string, code: number): void {
  stream.write(text === '' ? '' : `${text}\n`, () => process.exit(code))
}
