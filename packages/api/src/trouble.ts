/**
 * What does not work just now, for those who run a session: `database` (answers are kept on the phones), `clocks` (steps close
 * a little late), `bus` (other servers follow a little later), `storage` (nothing new can be begun).
 */
export type Trouble = 'database' | 'clocks' | 'bus' | 'storage'
