import { randomUUID } from 'node:crypto';
import { createTRPCClient } from '@trpc/client';
import { LiveView } from "./live-view.js";
import { isPassing, rejectionOf } from "./rejection-of.js";
import { untilAnswered } from "./until-answered.js";
const unavailable = { ok: false, rejection: { code: 'unavailable' } };
const patienceMs = 30_000;
/** One signed-in device. Made by `connect`. */
export class Client {
    device;
    userId;
    /** The whole API, typed. Its calls are made once and throw; see `rejectionOf`. */
    trpc;
    #transport;
    #views = new Set();
    #closing = new AbortController();
    constructor({ device, userId, transport }) {
        this.device = device;
        this.userId = userId;
        this.#transport = transport;
        this.trpc = createTRPCClient({ links: [transport.link] });
    }
    /** Joins by the six digits of the code, or by the session's id. */
    async join(where, name, options = {}) {
        const found = /^\d{6}$/.test(where) ? await this.#lookup(where, options) : { ok: true, sessionId: where };
        if (!found.ok)
            return found;
        const result = await this.send(found.sessionId, { type: 'join', name }, options);
        return result.ok ? { ...result, sessionId: found.sessionId } : result;
    }
    /** A live view; close it, or the client, when it is no longer needed. */
    watch(options) {
        const view = new LiveView(this.trpc, options, () => this.drop());
        this.#views.add(view);
        view.changed(() => {
            if (view.isClosed)
                this.#views.delete(view);
        });
        return view;
    }
    /**
     * Sends a command until it is answered: again after a drop or when the server is unavailable, always with the same id.
     * `unavailable` as the answer means that time ran out and nobody knows; send the same id again to learn it.
     */
    async send(sessionId, command, options = {}) {
        const commandId = options.commandId ?? randomUUID();
        const once = async (signal, attempt) => {
            const mutation = this.trpc.sessions.command.mutate({ sessionId, commandId, command }, { signal });
            const result = await mutation.catch(refusedBy);
            return result !== null && isVerdict(result, attempt) ? result : null;
        };
        const { withinMs = patienceMs } = options;
        return (await untilAnswered(once, { withinMs, signal: this.#closing.signal })) ?? unavailable;
    }
    /** Cuts the connection, as a tunnel would. Views and commands under way come back by themselves. */
    drop() {
        this.#transport.drop();
    }
    /** Ends the views, gives up commands under way, and closes the connection. */
    async close() {
        this.#closing.abort();
        for (const view of [...this.#views])
            view.close();
        await this.#transport.close();
    }
    [Symbol.asyncDispose]() {
        return this.close();
    }
    async #lookup(code, { withinMs = patienceMs }) {
        const once = async (signal) => {
            const query = this.trpc.sessions.lookup.query({ code }, { signal });
            const found = await query.then(({ sessionId }) => ({ ok: true, sessionId }), refusedBy);
            return found !== null && (found.ok || !isPassing(found.rejection)) ? found : null;
        };
        return (await untilAnswered(once, { withinMs, signal: this.#closing.signal })) ?? unavailable;
    }
}
/** A refusal as a value; `null` when the error tells of none. */
function refusedBy(error) {
    const rejection = rejectionOf(error);
    return rejection && { ok: false, rejection };
}
/** Told to slow down at the first attempt is an answer; later on, an earlier attempt may have been taken. */
function isVerdict(result, attempt) {
    if (result.ok || !isPassing(result.rejection))
        return true;
    return result.rejection.code === 'slow_down' && attempt === 0;
}
//# sourceMappingURL=client.js.map