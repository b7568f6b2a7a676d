import { type ParseArgsConfig, parseArgs } from 'node:util'
import { WrongUse } from './wrong-use.ts'

/** A command line as `parseArgs` of Node reads it. Throws `WrongUse`, which ends with `usage`, for what it does not know. */
export function parsed<const Config extends Omit<ParseArgsConfig, 'args'>>(
  args: readonly string[],
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs<Config>({ ...config, args: [...args] })
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message.split('\n')[0] : error}: ${usage}`)
  }
}
