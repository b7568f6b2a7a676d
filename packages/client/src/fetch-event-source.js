import { backoff } from "./backoff.js";
import { readEvents } from "./event-stream.js";
import { pause } from "./pause.js";
/**
 * An `EventSource` over `fetch`: Node has none of its own yet, and none sends an `authorization` header. Comes back by
 * itself with `Last-Event-ID`; closed for good by `close()` or by an answer that is no event stream.
 */
export class FetchEventSource extends EventTarget {
    CONNECTING = 0;
    OPEN = 1;
    CLOSED = 2;
    readyState = 0;
    #url;
    #headers;
    #closed = new AbortController();
    #request = new AbortController();
    #lastEventId = '';
    #failures = 0;
    constructor(url, headers = {}) {
        super();
        this.#url = url;
        this.#headers = headers;
        void this.#stayConnected();
    }
    /** Cuts the request under way; the next one begins where it ended. */
    drop() {
        this.#request.abort();
    }
    close() {
        this.readyState = this.CLOSED;
        this.#closed.abort();
        this.#request.abort();
    }
    async #stayConnected() {
        while (this.readyState !== this.CLOSED) {
            this.#request = new AbortController();
            const refused = await this.#listen(this.#request.signal).catch(() => false);
            if (this.#closed.signal.aborted)
                return;
            this.readyState = refused ? this.CLOSED : this.CONNECTING;
            this.dispatchEvent(new Event('error'));
            if (!refused)
                await pause(backoff(this.#failures++), this.#closed.signal);
        }
    }
    /** Reads one answer to its end; true when it was no event stream. */
    async #listen(signal) {
        const resume = this.#lastEventId === '' ? {} : { 'last-event-id': this.#lastEventId };
        const headers = { ...this.#headers, ...resume, accept: 'text/event-stream' };
        const answer = await fetch(this.#url, { headers, signal });
        // A server that is restarting, or what stands before it.
        if (answer.status >= 500)
            return false;
        const isStream = answer.ok && answer.headers.get('content-type')?.startsWith('text/event-stream');
        if (!isStream || answer.body === null)
            return true;
        this.readyState = this.OPEN;
        this.dispatchEvent(new Event('open'));
        for await (const { type, data, id } of readEvents(answer.body)) {
            this.#failures = 0;
            if (id !== '')
                this.#lastEventId = id;
            this.dispatchEvent(new MessageEvent(type, { data, lastEventId: this.#lastEventId }));
        }
        return false;
    }
}
//# sourceMappingURL=fetch-event-source.js.map