interface Patience {
    /** How long to go on asking, in ms. */
    readonly withinMs: number;
    /** Ends the asking. */
    readonly signal: AbortSignal;
}
/**
 * Asks again, with growing pauses, until there is an answer; `null` when there was none in time. An attempt that throws or
 * resolves to `null` got none.
 */
export declare function untilAnswered<T>(ask: (signal: AbortSignal, attempt: number) => Promise<T | null>, { withinMs, signal }: Patience): Promise<T | null>;
export {};
