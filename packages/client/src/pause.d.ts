/** Waits, but not longer than the signal allows. */
export declare function pause(ms: number, signal?: AbortSignal): Promise<void>;
