import { backoff } from './backoff.ts'
import { readEvents } from './event-stream.ts'
import { pause } from './pause.ts'

/**
 * An `EventSource` over `fetch`: Node has none of its own yet, and none sends an `authorization` header. Comes back by
 * itself with `Last-Event-ID`; closed for good by `close()` or by an answer that is no event stream.
 */
export class FetchEventSource extends EventTarget {
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSED = 2
  readyState = 0
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>
  readonly #closed = new AbortController()
  #request = new AbortController()
  #lastEventId = ''
  #failures = 0

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    super()
    this.#url = url
    this.#headers = headers
    void this.#stayConnected()
  }

  /** Cuts the request under way; the next one begins where it ended. */
  drop(): void {
    this.#request.abort()
  }

  close(): void {
    this.readyState = this.CLOSED
    this.#closed.abort()
    this.#request.abort()
  }

  async #stayConnected(): Promise<void> {
    while (this.readyState !== this.CLOSED) {
      this.#request = new AbortController()
      const refused = await this.#listen(this.#request.signal).catch(() => false)
      if (this.#closed.signal.aborted) return
      this.readyState = refused ? this.CLOSED : this.CONNECTING
      this.dispatchEvent(new Event('error'))
      if (!refused) await pause(backoff(this.#failures++), this.#closed.signal)
    }
  }

  /** Reads one answer to its end; true when it was no event stream. */
  async #listen(signal: AbortSignal): Promise<boolean> {
    const resume = this.#lastEventId === '' ? {} : { 'last-event-id': this.#lastEventId }
    const headers = { ...this.#headers, ...resume, accept: 'text/event-stream' }
    const answer = await fetch(this.#url, { headers, signal })
    // A server that is restarting, or what stands before it.
    if (answer.status >= 500) return false
    const isStream = answer.ok && answer.headers.get('content-type')?.startsWith('text/event-stream')
    if (!isStream || answer.body === null) return true
    this.readyState = this.OPEN
    this.dispatchEvent(new Event('open'))
    for await (const { type, data, id } of readEvents(answer.body)) {
      this.#failures = 0
      if (id !== '') this.#lastEventId = id
      this.dispatchEvent(new MessageEvent(type, { data, lastEventId: this.#lastEventId }))
    }
    return false
  }
}
