import type { Transport } from './transport.ts';
/** Everything over one WebSocket. */
export declare function webSocketTransport(address: string, token: string): Transport;
