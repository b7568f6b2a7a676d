import { refusal } from '@humuus/api'
import { hash, verify } from '@node-rs/argon2'
import { turns } from './turns.ts'

/** As OWASP's password storage cheat sheet has it for Argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Longest and shortest, in characters as people count them (code points). */
export const passwordLength = { min: 10, max: 128 }

/** So many are worked on at once: each takes a core and 19 MiB. */
const atOnce = 2

/** So many wait at most; more are asked to come again. */
const mostWaiting = 200

export interface Passwords {
  hash(password: string): Promise<string>
  /** Whether it is the one; without one to compare with it takes as long, and is not. */
  isRight(password: string, passwordHash: string | null): Promise<boolean>
}

export function passwords(): Passwords {
  const inTurn = turns(atOnce, mostWaiting)
  const composed = (password: string): string => password.normalize('NFKC')
  let stranger: Promise<string> | null = null

  return {
    hash: (password) => inTurn(() => hash(composed(password), cost)),
    isRight: async (password, passwordHash) => {
      stranger ??= hash('nobody has this password', cost)
      const compared = passwordHash ?? (await stranger)
      // Too long to be one: refused before it costs anything, whoever it is for.
      if ([...password].length > passwordLength.max) throw refusal('password_long', { max: passwordLength.max })
      const isRight = await inTurn(() => verify(compared, composed(password)))
      return isRight && passwordHash !== null
    },
  }
}
