import type { KeptAnswer } from '@humuus/workshop-engine'
import type { KindWords } from './kind-words.ts'

/** What somebody gave at a step, a line each: a file by its words, else by its kind. `null`: nothing. */
export function answerLines(
  { answer, files }: Pick<KeptAnswer, 'answer' | 'files'>,
  kinds: KindWords,
): readonly string[] | null {
  if (answer === null || files === undefined) return answer
  return files.map(({ caption, kind }) => caption || kinds[kind])
}
