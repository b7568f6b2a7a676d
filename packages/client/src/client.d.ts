import type { AppRouter, CommandResult } from '@humuus/api';
import type { HumuusCommand, Rejection, Role } from '@humuus/workshop-engine';
import { type TRPCClient } from '@trpc/client';
import type { Device } from './device.ts';
import { LiveView, type WatchOptions } from './live-view.ts';
import type { Transport } from './transport.ts';
export interface SendOptions {
    /** UUID; a new one if none is given. The same id is the same command, however often it is sent. */
    readonly commandId?: string;
    /** How long to ask for an answer, in ms (30 000). */
    readonly withinMs?: number;
}
export type Joined = {
    readonly ok: true;
    readonly sessionId: string;
    readonly version: number;
} | Refused;
type Refused = {
    readonly ok: false;
    readonly rejection: Rejection;
};
/** One signed-in device. Made by `connect`. */
export declare class Client implements AsyncDisposable {
    #private;
    readonly device: Device;
    readonly userId: string;
    /** The whole API, typed. Its calls are made once and throw; see `rejectionOf`. */
    readonly trpc: TRPCClient<AppRouter>;
    constructor({ device, userId, transport }: {
        device: Device;
        userId: string;
        transport: Transport;
    });
    /** Joins by the six digits of the code, or by the session's id. */
    join(where: string, name: string, options?: SendOptions): Promise<Joined>;
    /** A live view; close it, or the client, when it is no longer needed. */
    watch<R extends Role>(options: WatchOptions<R>): LiveView<R>;
    /**
     * Sends a command until it is answered: again after a drop or when the server is unavailable, always with the same id.
     * `unavailable` as the answer means that time ran out and nobody knows; send the same id again to learn it.
     */
    send(sessionId: string, command: HumuusCommand, options?: SendOptions): Promise<CommandResult>;
    /** Cuts the connection, as a tunnel would. Views and commands under way come back by themselves. */
    drop(): void;
    /** Ends the views, gives up commands under way, and closes the connection. */
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
export {};
