/** What a socket tells of its life. */
export interface SocketWatch {
  /** Not open after `patienceMs`; it is given up after three times that. */
  stuck(): void
  message(): void
  /** `code`: the close code; 1006 when there was none, or when this side ended it. */
  ended(code: number): void
}

/** The WebSocket class to build on: the browser's. */
export type SocketClass = new (url: string) => WebSocket

/** Abnormal: the other side said nothing. */
export const noGoodbye = 1006

const [connecting, open, closed] = [0, 1, 3]

/**
 * A WebSocket class whose sockets are closed the moment they are told to. The browser's own wait for the other side, up to
 * many seconds on a dead network, and everything that hangs on their `close` event waits with them.
 * It has what tRPC's client uses of a WebSocket, no more.
 */
export function promptSocket(
  Base: SocketClass,
  { patienceMs, watch }: { patienceMs: number; watch: (close: () => void) => SocketWatch },
): typeof WebSocket {
  class PromptSocket extends EventTarget {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3

    readonly #inner: WebSocket
    readonly #watch: SocketWatch
    #isOver = false
    readonly #stuck: ReturnType<typeof setTimeout>
    readonly #givenUp: ReturnType<typeof setTimeout>

    constructor(url: string) {
      super()
      this.#watch = watch(() => this.close())
      this.#inner = new Base(url)
      this.#stuck = setTimeout(() => this.#watch.stuck(), patienceMs)
      this.#givenUp = setTimeout(() => this.close(), patienceMs * 3)
      this.#inner.addEventListener('open', () => {
        clearTimeout(this.#stuck)
        clearTimeout(this.#givenUp)
        if (!this.#isOver) this.dispatchEvent(new Event('open'))
      })
      this.#inner.addEventListener('message', ({ data }) => {
        if (this.#isOver) return
        this.#watch.message()
        this.dispatchEvent(Object.assign(new Event('message'), { data }))
      })
      // Browsers always follow an error with a close, which says more.
      this.#inner.addEventListener('error', () => {})
      this.#inner.addEventListener('close', ({ code }) => this.#end(code))
    }

    get readyState(): number {
      return this.#isOver ? closed : this.#inner.readyState
    }

    set binaryType(type: BinaryType) {
      this.#inner.binaryType = type
    }

    send(text: string): void {
      this.#inner.send(text)
    }

    close(): void {
      const wasOpen = this.#inner.readyState === open
      const wasConnecting = this.#inner.readyState === connecting
      if (wasOpen || wasConnecting) this.#inner.close()
      this.#end(noGoodbye)
    }

    #end(code: number): void {
      if (this.#isOver) return
      this.#isOver = true
      clearTimeout(this.#stuck)
      clearTimeout(this.#givenUp)
      this.#watch.ended(code)
      // Whoever waits for the opening listens for the error alone.
      this.dispatchEvent(new Event('error'))
      this.dispatchEvent(Object.assign(new Event('close'), { code }))
    }
  }
  return PromptSocket as unknown as typeof WebSocket
}
