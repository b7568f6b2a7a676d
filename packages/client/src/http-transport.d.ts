import type { Transport } from './transport.ts';
/** Plain requests, and subscriptions as event streams: for networks that let no WebSocket through. */
export declare function httpTransport(address: string, token: string): Transport;
