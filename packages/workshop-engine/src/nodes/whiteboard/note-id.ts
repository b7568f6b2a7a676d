/**
 * Id of a person's `count`-th note: always the same, and it tells neither who wrote it nor how much others wrote. 53 bits, so that
 * two of ten thousand notes share one in a session of a hundred million; `isTaken` settles even that.
 */
export function noteIdOf(author: string, count: number, isTaken: (id: string) => boolean): string {
  for (let attempt = 0; ; attempt++) {
    const id = scrambled(`${author} ${count} ${attempt}`)
    if (!isTaken(id)) return id
  }
}

/** Two sums over the letters, each mixed until every letter moved every bit. */
function scrambled(text: string): string {
  let [low, high] = [0x811c9dc5, 0x2f0b4c47]
  for (let index = 0; index < text.length; index++) {
    low = Math.imul(low ^ text.charCodeAt(index), 0x01000193)
    high = Math.imul(high + text.charCodeAt(index), 0x5bd1e995) ^ (high >>> 13)
  }
  const number = (mixed(high ^ low) >>> 11) * 2 ** 32 + mixed(low)
  return number.toString(36)
}

function mixed(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97)
  return (twice ^ (twice >>> 15)) >>> 0
}
