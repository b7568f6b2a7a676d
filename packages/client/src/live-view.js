import { merge } from '@humuus/api/wire';
import { backoff } from "./backoff.js";
import { isPassing, rejectionOf } from "./rejection-of.js";
import { until } from "./until.js";
/**
 * A session as one viewer sees it, kept up to date: merges what the server sends, comes back with its cursor after a drop,
 * and starts afresh when a change was not made for what it holds.
 */
export class LiveView {
    #trpc;
    #options;
    #drop;
    #listeners = new Set();
    #state = null;
    #rejection = null;
    #closed = false;
    #subscription = null;
    /** Counts the subscriptions, so that the last words of an earlier one are not heard. */
    #turn = 0;
    /** Holds something that no change fits: everything is asked for anew. */
    #isStale = false;
    #failures = 0;
    #timer;
    constructor(trpc, options, drop) {
        this.#trpc = trpc;
        this.#options = options;
        this.#drop = drop;
        this.#listen();
    }
    /** `null` until the first message. */
    get state() {
        return this.#state;
    }
    /** Why the server shows this viewer nothing (more); final. */
    get rejection() {
        return this.#rejection;
    }
    get isClosed() {
        return this.#closed;
    }
    /** Calls back after each change of `state` and `rejection`, and once it is closed. Returns how to stop that. */
    changed(listener) {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }
    /** Resolves to the first state, from now on, that the predicate likes. Throws when time is up, on a rejection and on `close`. */
    until(predicate, timeoutMs) {
        return until(this, predicate, timeoutMs);
    }
    /** Cuts the client's connection; the view comes back with its cursor. */
    drop() {
        this.#drop();
    }
    close() {
        if (this.#closed)
            return;
        this.#closed = true;
        clearTimeout(this.#timer);
        this.#subscription?.unsubscribe();
        this.#tell();
    }
    #listen() {
        const turn = ++this.#turn;
        const inTurn = (heard) => {
            if (turn === this.#turn && !this.#closed)
                heard();
        };
        const { sessionId, role, screenKey } = this.#options;
        const cursor = this.#state === null || this.#isStale ? {} : { lastEventId: String(this.#state.version) };
        this.#subscription?.unsubscribe();
        this.#subscription = this.#trpc.sessions.live.subscribe({ sessionId, role, ...(screenKey !== undefined && { screenKey }), ...cursor }, {
            // JSON has no `undefined`: what the types call optional is there.
            onData: ({ data }) => inTurn(() => this.#take(data)),
            onError: (error) => inTurn(() => this.#refuse(rejectionOf(error))),
            // The server ended it without a word: asking again tells why.
            onComplete: () => inTurn(() => this.#listenSoon()),
        });
    }
    #take(message) {
        const merged = mergeIfItFits(this.#isStale ? null : this.#state, message);
        this.#isStale = merged === null;
        if (merged === null) {
            this.#listenSoon();
            return;
        }
        this.#failures = 0;
        this.#state = merged;
        this.#tell();
    }
    #refuse(rejection) {
        if (rejection === null || isPassing(rejection)) {
            this.#listenSoon();
            return;
        }
        this.#rejection = rejection;
        this.#tell();
    }
    #listenSoon() {
        this.#turn++;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#listen(), backoff(this.#failures++));
    }
    #tell() {
        for (const listener of [...this.#listeners])
            listener();
    }
}
/** `null` when the change was made for something else. */
function mergeIfItFits(state, message) {
    try {
        return merge(state, message);
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=live-view.js.map