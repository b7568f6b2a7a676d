import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type LiveMessage, type LiveState, merge, wireVersion, wireVersionName } from '@humuus/api/wire'
import type { Device } from '@humuus/client'
import type { HumuusCommand, HumuusViews } from '@humuus/workshop-engine'
import { WebSocket } from 'ws'

type Seen = LiveState<HumuusViews['participant'], HumuusViews['own']>

/** One message of the server, as tRPC puts it on a socket. */
interface Frame {
  readonly id?: number | null
  readonly result?: { readonly type?: string; readonly data?: unknown }
  readonly error?: { readonly data?: { readonly rejection?: { readonly code?: string } } }
}

/**
 * A phone that speaks the protocol by itself, one connection long: it does not come back on its own, it can fall asleep with
 * its socket open, and every message stays to be looked at.
 */
export class RawPhone {
  /** All that was sent for the live view, in order. */
  readonly messages: LiveMessage[] = []
  readonly #socket: WebSocket
  readonly #answers = new Map<number, (frame: Frame) => void>()
  readonly #waiting = new Set<() => void>()
  #seen: Seen | null
  #refused: string | null = null
  #isClosed = false
  #asked = 0

  private constructor(socket: WebSocket, seen: Seen | null) {
    this.#socket = socket
    this.#seen = seen
    socket.on('message', (text) => this.#hear(JSON.parse(String(text)) as Frame))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#isClosed = true
      this.#tell()
    })
  }

  /** Signs in and connects; `remembering`: what it saw over an earlier connection. */
  static async open(url: string, device: Device, { remembering = null }: { remembering?: Seen | null } = {}) {
    const token = await signIn(url, device)
    const address = `${url.replace(/^http/, 'ws').replace(/\/+$/, '')}/trpc?connectionParams=1`
    const socket = new WebSocket(address, { perMessageDeflate: false })
    const phone = new RawPhone(socket, remembering)
    await once(socket, 'open')
    socket.send(JSON.stringify({ method: 'connectionParams', data: { token, [wireVersionName]: String(wireVersion) } }))
    return phone
  }

  /** Asks for the live view, from what it remembers on. `page` is the browser's page. */
  watch(sessionId: string, page: string): void {
    const cursor = this.#seen === null ? {} : { lastEventId: String(this.#seen.version) }
    const input = { sessionId, role: 'participant', page, ...cursor }
    this.#ask('subscription', 'sessions.live', input, (frame) => this.#take(frame))
  }

  /** Sends a command once; `taken`, or the code of the refusal. */
  command(sessionId: string, command: HumuusCommand, commandId: string = randomUUID()): Promise<string> {
    return new Promise((resolve) => {
      this.#ask('mutation', 'sessions.command', { sessionId, commandId, command }, ({ result, error }) => {
        const data = result?.data as { ok: boolean; rejection?: { code: string } } | undefined
        const code = data?.rejection?.code ?? error?.data?.rejection?.code ?? 'an error without words'
        resolve(data?.ok === true ? 'taken' : code)
      })
    })
  }

  /** What it saw so far, merged. */
  get seen(): Seen | null {
    return this.#seen
  }

  /** Why the server shows it nothing any more, as a code; `null` while it does. */
  get refused(): string | null {
    return this.#refused
  }

  /** Reads nothing any more and answers no ping; its socket stays open. */
  sleep(): void {
    this.#socket.pause()
  }

  /** Reads on. */
  wake(): void {
    this.#socket.resume()
  }

  /** Gone without a word. */
  die(): void {
    this.#socket.terminate()
  }

  /** Resolves when this is so, or to false after `ms`. */
  async until(isSo: () => boolean, ms = 5_000): Promise<boolean> {
    const end = performance.now() + ms
    while (!isSo() && performance.now() < end) await this.#news(end - performance.now())
    return isSo()
  }

  #ask(method: string, path: string, input: object, answer: (frame: Frame) => void): void {
    const id = ++this.#asked
    this.#answers.set(id, answer)
    this.#socket.send(JSON.stringify({ id, method, params: { path, input } }))
  }

  #hear(frame: Frame): void {
    if (typeof frame.id === 'number') this.#answers.get(frame.id)?.(frame)
    this.#tell()
  }

  #take({ result, error }: Frame): void {
    if (error !== undefined) this.#refused = error.data?.rejection?.code ?? 'an error without words'
    if (result?.type !== 'data') return
    const { data: message } = result.data as { data: LiveMessage }
    this.messages.push(message)
    const merged = merge(this.#seen, message) as Seen | null
    if (merged === null) this.#refused = 'a change that fits nothing'
    else this.#seen = merged
  }

  #tell(): void {
    for (const wake of [...this.#waiting]) wake()
  }

  #news(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      this.#waiting.add(done)
      // Nothing will come any more, but a predicate about that may be true now.
      if (this.#isClosed) setTimeout(done, 20)
    })
  }
}

async function signIn(url: string, device: Device): Promise<string> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/trpc/auth.device`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [wireVersionName]: String(wireVersion) },
    body: JSON.stringify({ ...device, delivery: 'bearer' }),
  })
  const { result } = (await response.json()) as { result?: { data?: { token?: string } } }
  if (typeof result?.data?.token !== 'string') throw new Error(`signing in was answered with ${response.status}`)
  return result.data.token
}
