interface Watched<State> {
    readonly state: State | null;
    readonly rejection: {
        readonly code: string;
    } | null;
    readonly isClosed: boolean;
    changed(listener: () => void): () => void;
}
/** Resolves to the first state, from now on, that the predicate likes. Throws when time is up, on a rejection, when it is closed. */
export declare function until<State extends {
    readonly version: number;
}>(watched: Watched<State>, predicate: (state: State) => boolean, timeoutMs: number): Promise<State>;
export {};
