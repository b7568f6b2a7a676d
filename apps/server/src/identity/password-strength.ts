import { refusal } from '@humuus/api'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'
import { passwordLength } from './passwords.ts'

/** Weaker than this is refused: the estimator says 0 to 4, and from 3 on a guess takes at least 10^8 tries. */
const leastScore = 3

/**
 * What is estimated at most: a long password is not weaker for what follows, and what a guess at its parts costs grows faster than
 * its length. For the same reason few spellings in signs (`p4$$w0rd`) are tried, and no misspellings.
 */
const looked = 24
const spellings = 32

/** Refuses, in words, a password that is too short, too long, or soon guessed. `about`: words that belong to the person. */
export type JudgePassword = (password: string, about: readonly string[]) => void

export function passwordJudge(): JudgePassword {
  const estimator = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: spellings,
  })
  return (password, about) => {
    const { length } = [...password]
    if (length < passwordLength.min) throw refusal('password_short', { min: passwordLength.min })
    if (length > passwordLength.max) throw refusal('password_long', { max: passwordLength.max })
    const own = about.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2)
    const { score } = estimator.check(password.slice(0, looked), ['humuus', 'workshop', ...own])
    if (score < leastScore) throw refusal('password_weak')
  }
}
