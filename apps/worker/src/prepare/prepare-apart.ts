import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Bounds, tooLong, tooMuch } from './guard.ts'
import type { Answer, Order } from './prepare-process.ts'
import type { Original, Prepared } from './prepared.ts'

/** The decoder did not come back: it took too long, grew too large or crashed. That may be the file or a busy machine. */
export class DecoderGaveUp extends Error {}

/** A photo of 64 megapixels takes 10 s and 700 MB. */
const usual: Bounds = { withinMs: 120_000, memoryBytes: 1_200_000_000 }

// Where this runs from its sources, so does the process.
const isSource = import.meta.url.endsWith('.ts')
const program = fileURLToPath(new URL(`prepare-process.${isSource ? 'ts' : 'js'}`, import.meta.url))
const execArgv = isSource ? ['--conditions=@humuus/source', '--import', 'tsx'] : []

/** All it is told: no address, no secret. What it decodes may be made to take it over. */
const env = {
  PATH: process.env.PATH,
  TMPDIR: process.env.TMPDIR,
  NODE_ENV: process.env.NODE_ENV,
  MALLOC_ARENA_MAX: '2',
}

/**
 * Prepares a file in a process of its own, which a decoder may crash, block or fill without harm to the worker, and which
 * gives all its memory back when it ends. Throws `DecoderGaveUp`, and in words where there was no room.
 */
export function prepareApart(original: Original, bounds: Bounds = usual): Promise<Prepared> {
  const child = fork(program, { execArgv, env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  return new Promise((resolve, reject) => {
    let answer: Answer | undefined
    child.once('message', (message: Answer) => {
      answer = message
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (answer === undefined) return reject(new DecoderGaveUp(reason(code, signal)))
      if ('trouble' in answer) return reject(new Error(answer.trouble))
      resolve(answer.prepared)
    })
    child.send({ original, bounds } satisfies Order, (error) => error && child.kill('SIGKILL'))
  })
}

function reason(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === tooLong) return 'the decoder takes too long'
  if (signal === tooMuch) return 'the decoder needs too much memory'
  return `the decoder crashed (${signal ?? code})`
}
