/** Notes that come in within this time (ms) come in together: a hall reads no faster, and what moves has arrived by then. */
export const calmMs = 250
