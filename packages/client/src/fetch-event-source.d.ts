/**
 * An `EventSource` over `fetch`: Node has none of its own yet, and none sends an `authorization` header. Comes back by
 * itself with `Last-Event-ID`; closed for good by `close()` or by an answer that is no event stream.
 */
export declare class FetchEventSource extends EventTarget {
    #private;
    readonly CONNECTING = 0;
    readonly OPEN = 1;
    readonly CLOSED = 2;
    readyState: number;
    constructor(url: string, headers?: Readonly<Record<string, string>>);
    /** Cuts the request under way; the next one begins where it ended. */
    drop(): void;
    close(): void;
}
