import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { FrameReader, frame, opcodes } from './frame.ts'

/** What a line is given of the language spoken on it. */
export interface Listener {
  /** A message came. */
  hear(payload: Buffer, line: Line): void
}

interface LineOptions {
  readonly port: number
  /** Path and query of the handshake. */
  readonly path: string
  /** Which of this machine's addresses it comes from: each has ports of its own. */
  readonly from: string | undefined
  readonly listener: Listener
}

/** How long an answer may take (ms). */
const patienceMs = 60_000

/** The server ended a line, as it does with one that is silent or of no use. */
export class HungUp extends Error {
  constructor() {
    super('the server hung up')
  }
}

/** One WebSocket, as light as possible so that ten thousand fit into one process: a bare socket and a few fields. */
export class Line {
  /** Number of the newest update it was sent, and when that came (`performance.now`). */
  mark = -1
  markedAt = 0
  /** Bytes of messages received. */
  bytes = 0
  messages = 0
  /** How many of them told what is going on, and how many of those told everything. */
  updates = 0
  snapshots = 0
  isOpen = false
  /** What is done when the server does not let somebody look on, or no longer: told why. */
  onRefused: (why: string) => void = (why) => {
    throw new Error(`somebody may not look on: ${why}`)
  }
  readonly #socket: Socket
  readonly #waiting = new Map<number, (answer: unknown) => void>()
  #onMark: (() => void) | null = null
  #onLost: ((why: HungUp) => void) | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
  }

  /** Resolves when the handshake is done. */
  static open({ port, path, from, listener }: LineOptions): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect({
        port,
        host: '127.0.0.1',
        ...(from !== undefined && { localAddress: from }),
        noDelay: true,
      })
      const line = new Line(socket)
      const reader = new FrameReader((opcode, payload) => line.#take(opcode, payload, listener))
      let head: Buffer | null = Buffer.alloc(0)
      socket.on('connect', () => socket.write(handshake(port, path)))
      socket.on('error', reject)
      socket.on('close', () => {
        line.isOpen = false
        const why = new HungUp()
        reject(why)
        line.#hungUp(why)
      })
      socket.on('data', (chunk) => {
        if (head === null) return reader.read(chunk)
        head = Buffer.concat([head, chunk])
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const said = head.toString('latin1', 0, end)
        const rest = head.subarray(end + 4)
        head = null
        if (!said.startsWith('HTTP/1.1 101')) return reject(new Error(`no WebSocket: ${said.split('\r\n')[0]}`))
        line.isOpen = true
        resolve(line)
        // What came with the handshake is read when the one who opened it has it in hand.
        if (rest.length > 0) queueMicrotask(() => reader.read(rest))
      })
    })
  }

  send(message: string | Buffer): void {
    const isText = typeof message === 'string'
    this.#socket.write(frame(isText ? Buffer.from(message) : message, isText ? opcodes.text : opcodes.binary))
  }

  /** Sends a request and resolves to its answer, whose number is `id`. */
  ask(id: number, message: string | Buffer): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no answer in time')), patienceMs)
      this.#waiting.set(id, (answer) => {
        clearTimeout(late)
        resolve(answer)
      })
      this.send(message)
    })
  }

  #hungUp(why: HungUp): void {
    for (const id of [...this.#waiting.keys()]) this.answered(id, why)
    this.#onLost?.(why)
  }

  answered(id: number, answer: unknown): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    waiting?.(answer)
  }

  /** It has now been sent this update. */
  reached(mark: number): void {
    this.markedAt = performance.now()
    this.updates++
    if (mark > this.mark) this.mark = mark
    this.#onMark?.()
  }

  /** Resolves when it was sent this update or a newer one. */
  until(mark: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.mark >= mark) return resolve()
      const late = setTimeout(() => reject(new Error(`update ${mark} never came, only ${this.mark}`)), patienceMs)
      const over = () => {
        clearTimeout(late)
        this.#onMark = null
        this.#onLost = null
      }
      this.#onMark = () => {
        if (this.mark < mark) return
        over()
        resolve()
      }
      this.#onLost = (why) => {
        over()
        reject(why)
      }
    })
  }

  /** Cuts it, as a tunnel does. */
  cut(): void {
    this.isOpen = false
    this.#socket.destroy()
  }

  #take(opcode: number, payload: Buffer, listener: Listener): void {
    if (opcode === opcodes.ping) this.#socket.write(frame(payload, opcodes.pong))
    if (opcode === opcodes.close) this.cut()
    if (opcode !== opcodes.text && opcode !== opcodes.binary) return
    this.messages++
    this.bytes += payload.length
    listener.hear(payload, this)
  }
}

const handshake = (port: number, path: string): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    '',
    '',
  ].join('\r\n')
