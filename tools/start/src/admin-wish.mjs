import { Problem } from './problem.mjs'

/**
 * What `npm run admin` is to do: make a link for a new admin, say who is one, or add a key.
 * @typedef {'link' | 'list' | 'rotate-keys'} AdminWish
 */

/** Throws a `Problem` for anything else. @param {readonly string[]} args @returns {AdminWish} */
export function readAdminWish(args) {
  const [first, ...more] = args
  if (first === undefined) return 'link'
  if (first === '--list' && more.length === 0) return 'list'
  if (first === '--rotate-keys' && more.length === 0) return 'rotate-keys'
  throw new Problem(
    `"${args.join(' ')}" is not understood: npm run admin makes a link for a new admin, npm run admin -- --list says who is one, npm run admin -- --rotate-keys adds a key`,
  )
}
