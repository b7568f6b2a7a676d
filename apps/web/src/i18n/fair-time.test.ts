import { answerGrace } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { common as deCommon } from './de/common.ts'
import { console as deConsole } from './de/console.ts'
import { common as enCommon } from './en/common.ts'
import { console as enConsole } from './en/console.ts'

test('the seconds that are given back are those of the rule, wherever people are told', () => {
  const told = [enCommon, deCommon].map(({ fairTime }) => fairTime)
  const toHosts = [enConsole, deConsole].flatMap(({ fairForPeople, fairForYou }) => [fairForPeople, fairForYou])
  for (const words of [...told, ...toHosts]) expect(words).toMatch(new RegExp(`\\b${answerGrace / 1_000} [sS]e[ck]`))
})
