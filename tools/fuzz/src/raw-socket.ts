import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import { frame } from './frames.ts'

/** A handshake that takes longer has failed. */
const handshakeMs = 10_000

/** A WebSocket of which every bit can be wrong. */
export class RawSocket {
  readonly socket: Socket
  /** Text messages received and not taken yet. */
  readonly texts: string[] = []
  /** Code of the close frame that was received. */
  code: number | null = null
  #rest = Buffer.alloc(0)
  #told: (() => void)[] = []

  private constructor(socket: Socket, head: Buffer) {
    this.socket = socket
    socket.on('error', () => {})
    socket.on('close', () => this.#tell())
    socket.on('data', (bytes: Buffer) => this.#read(bytes))
    this.#read(head)
  }

  /** `null` when the server does not want to. */
  static async open(url: string, query = '', headers: Record<string, string> = {}): Promise<RawSocket | null> {
    const asked = request(`${url}/trpc${query}`, {
      agent: false,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        ...headers,
      },
    })
    const impatient = setTimeout(() => asked.destroy(), handshakeMs)
    asked.end()
    const upgraded = once(asked, 'upgrade').then(
      ([, socket, head]) => ({ socket, head }) as { socket: Socket; head: Buffer },
    )
    const refused = once(asked, 'response').then(([response]: IncomingMessage[]) => {
      response?.resume()
      return null
    })
    const opened = await Promise.race([upgraded, refused]).catch(() => null)
    clearTimeout(impatient)
    // A request that is given up later still says so.
    asked.on('error', () => {})
    return opened === null ? null : new RawSocket(opened.socket, opened.head)
  }

  get isOpen(): boolean {
    return !this.socket.destroyed && this.code === null
  }

  say(text: string): void {
    this.write(frame(text))
  }

  write(bytes: Buffer): void {
    if (!this.socket.destroyed) this.socket.write(bytes)
  }

  /** Resolves when something has arrived, or the connection has ended, or after so many ms. */
  news(ms: number): Promise<void> {
    if (this.socket.destroyed) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#told.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  /** Resolves when the connection has ended, `false` if it did not within so many ms. */
  async ended(ms: number): Promise<boolean> {
    const end = performance.now() + ms
    while (this.isOpen && performance.now() < end) await this.news(end - performance.now())
    return !this.isOpen
  }

  destroy(): void {
    this.socket.destroy()
  }

  #tell(): void {
    for (const told of this.#told.splice(0)) told()
  }

  #read(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes])
    for (let found = firstFrame(this.#rest); found !== null; found = firstFrame(this.#rest)) {
      this.#rest = this.#rest.subarray(found.size)
      if (found.opcode === 1) this.texts.push(found.payload.toString())
      if (found.opcode === 8) this.code = found.payload.length >= 2 ? found.payload.readUInt16BE() : 1005
      if (found.opcode === 9) this.write(frame(found.payload, { opcode: 10 }))
    }
    this.#tell()
  }
}

/** The first whole frame a server sent (unmasked, in one piece). */
function firstFrame(bytes: Buffer): { opcode: number; payload: Buffer; size: number } | null {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 0x7f
  const wide = short === 126 ? 2 : short === 127 ? 8 : 0
  if (bytes.length < 2 + wide) return null
  const length = wide === 2 ? bytes.readUInt16BE(2) : wide === 8 ? Number(bytes.readBigUInt64BE(2)) : short
  const size = 2 + wide + length
  if (bytes.length < size) return null
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(2 + wide, size), size }
}
