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
  /** Reads `bytes` to their end. Throws in words where the scanner is away, silent or in trouble, and what reading throws. */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<Verdict>
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
  return {
    scan: async (bytes) => {
      // Half open: were it ended for us when clamd ends it, what is still being sent would wait for ever.
      const socket = connect({ ...address, allowHalfOpen: true })
      const late = setTimeout(() => socket.destroy(new Error('takes too long')), withinMs)
      socket.setTimeout(silenceMs, () => socket.destroy(new Error('says nothing')))
      try {
        return verdictOf(await converse(socket, bytes))
      } finally {
        clearTimeout(late)
        socket.destroy()
      }
    },
  }
}

async function converse(socket: Socket, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let broken: { readonly error: unknown } | undefined
  async function* framed() {
    yield Buffer.from('zINSTREAM\0')
    try {
      for await (const chunk of bytes) {
        if (chunk.length > 0) yield* [lengthOf(chunk.length), chunk]
        // An answer may come before all is sent, and is lost with a write that comes after it: mostly it is heard first, and
        // where it is not, the job is tried again.
        await turn()
      }
    } catch (error) {
      broken = { error }
      throw error
    }
    yield lengthOf(0)
  }
  const answer = answerOf(socket)
  const sending = pipeline(framed, socket, { end: false }).catch(() => socket.destroy())
  try {
    return await answer
  } catch (error) {
    if (broken) throw broken.error
    throw new Error(`clamd ${error instanceof Error ? error.message : String(error)}`)
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
    // With what was said last, since a listener that had enough just leaves.
    socket.once('error', (error) => reject(new Error(`cannot be asked: ${error.message}`)))
    for (const event of ['end', 'close']) socket.once(event, () => reject(new Error('ended the conversation')))
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
  if (/size limit exceeded/i.test(answer))
    return { is: 'unscannable', words: 'it is larger than clamd’s StreamMaxLength' }
  throw new Error(`clamd answers: ${answer.slice(0, 200)}`)
}
