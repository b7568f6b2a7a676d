import { readFileSync } from 'node:fs'

/** A line of a Dockerfile: what to do, and with what. */
export interface Instruction {
  readonly verb: string
  readonly rest: string
}

/** What happens from one `FROM` to the next. */
export interface Stage {
  readonly image: string
  readonly name: string | null
  readonly instructions: readonly Instruction[]
}

/** Reads our own Dockerfile, which has no lines that go on in the next. */
export function readDockerfile(file: URL): readonly Stage[] {
  const stages: { image: string; name: string | null; instructions: Instruction[] }[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, verb, rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? []
    if (verb === undefined) continue
    const [, image, name] = verb === 'FROM' ? (/^(\S+)(?: AS (\S+))?$/.exec(rest) ?? []) : []
    if (image !== undefined) stages.push({ image, name: name ?? null, instructions: [] })
    else stages.at(-1)?.instructions.push({ verb, rest })
  }
  return stages
}
