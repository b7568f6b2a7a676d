export { backoff } from './backoff.ts';
export type { Client, Joined, SendOptions } from './client.ts';
export { type ConnectOptions, connect } from './connect.ts';
export { type Device, newDevice } from './device.ts';
export type { LiveView, SeenBy, WatchOptions } from './live-view.ts';
export { pause } from './pause.ts';
export { rejectionOf } from './rejection-of.ts';
