import type { LiveText, Outlet } from '@humuus/api'
import { liveFrame } from './live-frame.ts'
import type { LiveSocket } from './live-socket.ts'

/** Begins to send to an outlet, and resolves to what ends that; `signal` ends it before. */
type Begin = (outlet: Outlet, signal: AbortSignal) => Promise<{ stop(): void }>

/** A live view on a connection. What it is sent goes to the socket as it is. */
export class LiveView implements Outlet {
  /** The client's number of the subscription. */
  readonly id: number | string
  readonly #number: string
  readonly #socket: LiveSocket
  readonly #ended: (view: LiveView, error?: unknown) => void
  /** Until it has begun. */
  #beginning: AbortController | null = new AbortController()
  #following: { stop(): void } | null = null
  #isOpen = false
  #isOver = false

  /** `ended` is called once, with what is the matter if it could not begin or go on. */
  constructor(id: number | string, socket: LiveSocket, ended: (view: LiveView, error?: unknown) => void) {
    this.id = id
    this.#number = JSON.stringify(id)
    this.#socket = socket
    this.#ended = ended
  }

  async begin(begin: Begin): Promise<void> {
    try {
      if (this.#beginning === null) return
      this.#socket.openView()
      this.#isOpen = true
      this.#following = await begin(this, this.#beginning.signal)
      if (this.#isOver) this.#following.stop()
    } catch (error) {
      this.end(error)
    } finally {
      this.#beginning = null
    }
  }

  isFull(): boolean {
    return this.#socket.isFull
  }

  room(): Promise<void> {
    return this.#socket.room()
  }

  send(text: LiveText): void {
    this.#socket.write(liveFrame(this.#number, text))
  }

  /** The client wants no more of it, or is gone. */
  stop(): void {
    this.#beginning?.abort()
    this.#following?.stop()
    this.end()
  }

  end(error?: unknown): void {
    if (this.#isOver) return
    this.#isOver = true
    if (this.#isOpen) this.#socket.closeView()
    this.#ended(this, error)
  }
}
