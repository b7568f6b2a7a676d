import { Client } from './client.ts';
import { type Device } from './device.ts';
export interface ConnectOptions {
    /** Address of the installation, such as `http://127.0.0.1:3000`. */
    readonly url: string;
    /** Who signs in; without it, somebody new. */
    readonly device?: Device;
    /** `http`: for networks that let no WebSocket through. */
    readonly transport?: 'websocket' | 'http';
    /** How long to try to reach the server, in ms. */
    readonly withinMs?: number;
}
/** Signs a device in. Throws when the server cannot be reached in time, or refuses (`rejectionOf` tells why). */
export declare function connect(options: ConnectOptions): Promise<Client>;
