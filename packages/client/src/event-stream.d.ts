/** One message of a `text/event-stream`. */
export interface StreamEvent {
    readonly type: string;
    readonly data: string;
    /** The last id the stream has told so far; `''` for none. */
    readonly id: string;
}
/** Reads server-sent events (WHATWG HTML, section 9.2) from the body of an answer until it ends. */
export declare function readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent>;
