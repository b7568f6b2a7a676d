import { randomBytes } from 'node:crypto'

const dayMs = 86_400_000

/** A key that is older signs no more once there is a chance to change it: at a start. */
const oldest = 90 * dayMs

/**
 * A key that signs who somebody is.
 * @typedef {object} AuthKey
 * @property {string} secret base64url of 32 random bytes
 * @property {string | null} since when it began to sign (ISO 8601); null: with the next start
 */

/** @returns {string} */
export const newSecret = () => randomBytes(32).toString('base64url')

/**
 * The keys from this start on, the one that signs first: a new one where the newest has signed for long, and without those
 * that no token can need any more, because the one after them has signed for longer than a token lives.
 * @param {readonly AuthKey[]} keys newest first
 * @param {{ now: number, tokenDays: number }} at epoch ms
 * @returns {AuthKey[]}
 */
export function keysAtStart(keys, { now, tokenDays }) {
  const begun = keys.map((key) => ({ ...key, since: key.since ?? new Date(now).toISOString() }))
  const [newest] = begun
  const isDue = newest === undefined || now - Date.parse(newest.since) > oldest
  const all = isDue ? [{ secret: newSecret(), since: new Date(now).toISOString() }, ...begun] : begun
  const needed = (tokenDays + 1) * dayMs
  return all.filter((_, index) => {
    const successor = all[index - 1]
    return successor === undefined || now - Date.parse(successor.since) <= needed
  })
}

/**
 * The same keys and, in front, one that signs from the next start on. Null if one waits for that already.
 * @param {readonly AuthKey[]} keys newest first
 * @returns {AuthKey[] | null}
 */
export const withNextKey = (keys) => (keys[0]?.since === null ? null : [{ secret: newSecret(), since: null }, ...keys])
