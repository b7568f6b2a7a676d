/** Messages a connection may send: this many at once, then this many a second. A person taps; a flood is a mistake or worse. */
const burst = 120
const perSecond = 60

/** Counts the messages of one connection; false once there were too many. `now` is in ms. */
export function messageLimit(now: () => number): (count: number) => boolean {
  let tokens = burst
  let at = now()
  return (count) => {
    const moment = now()
    tokens = Math.min(burst, tokens + ((moment - at) / 1_000) * perSecond) - count
    at = moment
    return tokens >= 0
  }
}
