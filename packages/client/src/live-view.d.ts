import type { AppRouter } from '@humuus/api';
import { type LiveState } from '@humuus/api/wire';
import type { HumuusViews, Rejection, Role } from '@humuus/workshop-engine';
import type { TRPCClient } from '@trpc/client';
/** What a role sees: the view of all in it, and for a participant their own. */
export type SeenBy<R extends Role> = LiveState<HumuusViews[R], R extends 'participant' ? HumuusViews['own'] : null>;
export interface WatchOptions<R extends Role> {
    readonly sessionId: string;
    readonly role: R;
    /** Lets a screen look on without an account. */
    readonly screenKey?: string;
}
/**
 * A session as one viewer sees it, kept up to date: merges what the server sends, comes back with its cursor after a drop,
 * and starts afresh when a change was not made for what it holds.
 */
export declare class LiveView<R extends Role> {
    #private;
    constructor(trpc: TRPCClient<AppRouter>, options: WatchOptions<R>, drop: () => void);
    /** `null` until the first message. */
    get state(): SeenBy<R> | null;
    /** Why the server shows this viewer nothing (more); final. */
    get rejection(): Rejection | null;
    get isClosed(): boolean;
    /** Calls back after each change of `state` and `rejection`, and once it is closed. Returns how to stop that. */
    changed(listener: () => void): () => void;
    /** Resolves to the first state, from now on, that the predicate likes. Throws when time is up, on a rejection and on `close`. */
    until(predicate: (state: SeenBy<R>) => boolean, timeoutMs: number): Promise<SeenBy<R>>;
    /** Cuts the client's connection; the view comes back with its cursor. */
    drop(): void;
    close(): void;
}
