import { expect, test } from 'vitest'
import { passwordJudge } from './password-strength.ts'

const judge = passwordJudge()
const about = ['ann.lee@example.org', 'Ann Lee']
// The first look reads the dictionaries.
judge('four herons over the weir', about)

/** Passwords at which an estimator can look for long: many words, many spellings, many repetitions. */
const tedious = [
  'abcabcabcabc19901990',
  '4@8({[<369!1|70$5+7%2',
  'qwertyuiop1234567890',
  'k9$Lw2!xQz7@Vb4#Nm8%Rt1^Yp6&Hs3*Jd5(Fg0)',
  'aaaaaaaabaaaaaaaacaaaaaaaad',
  'p4$$w0rd',
  '1',
]

// Without care the second one takes longer than ten seconds, in which nobody is served.
test.each(tedious.flatMap((word) => [24, 32, 128].map((length) => [length, word] as const)))(
  'no password keeps the server busy: %d characters of %s',
  (length, word) => {
    const password = word.repeat(128).slice(0, length)
    const began = performance.now()
    try {
      judge(password, about)
    } catch {
      // Weak or not is not the question.
    }
    expect(performance.now() - began).toBeLessThan(1_000)
  },
)

test.each(['ann.lee@example.org', 'AnnLeeAnnLee', 'humuushumuus', 'passw0rd2024', '1q2w3e4r5t6y', 'iloveyou123'])(
  '%s is soon guessed',
  (password) => {
    expect(() => judge(password, about)).toThrow('password_weak')
  },
)

test.each(['four herons over the weir', 'Zaunkönig 7 Moos Laterne', 'correct-staple-lagoon', 'k9$Lw2!xQz7@'])(
  '%s is not, whatever signs are in it',
  (password) => {
    expect(() => judge(password, about)).not.toThrow()
  },
)
