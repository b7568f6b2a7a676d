import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { setImmediate as turn } from 'node:timers/promises'
import type { ClamavAddress } from './clamav-address.ts'

/** What the scanner said. */
export type Verdict =
  | { readonly is: 'clean' }
  | { readonly is: 'infected'; readonly signature: string }
  /** It will not look at this one, now or later. */
  | { readonly is: 'unscannable'; readonly words: string }

export interface Scanner {
  /**
   * Reads what `open` opens to its end; now and then it has to be opened again. Throws in words where the scanner is away,
   * silent or in trouble, and what reading throws.
   */
  scan(open: () => Promise<AsyncIterable<Uint8Array>>): Promise<Verdict>
}

export interface ScannerOptions {
  /** Neither side has said a word for so long. */
  readonly silenceMs?: number
  /** A conversation that takes longer is ended. */
  readonly withinMs?: number
}

/** Speaks INSTREAM (clamd(8)), a connection per file, and opens nothing until it is asked. */
export function openClamd(
  address: ClamavAddress,
  { silenceMs = 120_000, withinMs = 600_000 }: ScannerOptions = {},
): Scanner {
  const ask = async (bytes: AsyncIterable<Uint8Array>, command: string): Promise<string> => {
    // Half open: were it ended for us when clamd ends it, what is still being sent would wait for ever.
    const socket = connect({ ...address, allowHalfOpen: true })
    const late = setTimeout(() => socket.destroy(new Error('takes too long')), withinMs)
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('says nothing')))
    try {
      return await converse(socket, command, bytes)
    } finally {
      clearTimeout(late)
      socket.destroy()
    }
  }
  const isThere = () =>
    ask(nothing(), 'zPING\0').then(
      (answer) => answer === 'PONG',
      () => false,
    )

  const scan: Scanner['scan'] = async (open) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return verdictOf(await ask(framed(await open()), 'zINSTREAM\0'))
      } catch (error) {
        // What is too long it hangs up on, and its last words are lost to whoever is still writing. One that died is not there.
        if (!(error instanceof HungUp) || !(await isThere())) throw error
        if (attempt === attempts) return { is: 'unscannable', words: tooLong }
      }
    }
  }
  return { scan }
}

/** As often a scanner that lives may hang up on a file before it is the file. */
const attempts = 3

const tooLong = 'it is larger than clamd’s StreamMaxLength'

/** It ended the conversation without an answer. */
class HungUp extends Error {}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* framed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) if (chunk.length > 0) yield* [lengthOf(chunk.length), chunk]
  yield lengthOf(0)
}

/** Its answer, which may come before all is told. */
async function converse(socket: Socket, command: string, words: AsyncIterable<Uint8Array>): Promise<string> {
  let broken: { readonly error: unknown } | undefined
  async function* telling() {
    yield Buffer.from(command)
    try {
      for await (const word of words) {
        yield word
        // An answer that is there is heard before the next word.
        await turn()
      }
    } catch (error) {
      broken = { error }
      throw error
    }
  }
  const answer = answerOf(socket)
  const sending = pipeline(telling, socket, { end: false }).catch(() => socket.destroy())
  try {
    return await answer
  } catch (error) {
    throw broken ? broken.error : error
  } finally {
    socket.destroy()
    await sending
  }
}

/** The first line that ends with a zero. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      said += text
      const end = said.indexOf('\0')
      if (end >= 0) resolve(said.slice(0, end))
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const complaint = `clamd cannot be asked: ${error.message}`
      reject(error.code === 'EPIPE' || error.code === 'ECONNRESET' ? new HungUp(complaint) : new Error(complaint))
    })
    for (const event of ['end', 'close']) socket.once(event, () => reject(new HungUp('clamd ended the conversation')))
  })
}

function lengthOf(bytes: number): Buffer {
  const prefix = Buffer.alloc(4)
  prefix.writeUInt32BE(bytes)
  return prefix
}

function verdictOf(answer: string): Verdict {
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  // Not a virus: it has more in it than clamd is set to look at.
  if (found?.startsWith('Heuristics.Limits.Exceeded')) return { is: 'unscannable', words: found }
  if (found !== undefined) return { is: 'infected', signature: found }
  if (answer === 'stream: OK') return { is: 'clean' }
  if (/size limit exceeded/i.test(answer)) return { is: 'unscannable', words: tooLong }
  throw new Error(`clamd answers: ${answer.slice(0, 200)}`)
}
