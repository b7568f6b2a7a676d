import type { KeptAnswer } from '@humuus/workshop-engine'
import { answerLines } from '../../files/answer-lines.ts'
import type { KindWords } from '../../files/kind-words.ts'

/** The words around the answers, in the reader's language. */
export interface KeptWords {
  readonly right: string
  readonly wrong: string
  readonly notAnswered: string
  readonly points: (count: number) => string
  readonly kinds: KindWords
}

interface Keepsake {
  readonly title: string
  /** Who, when, how many points: a line each; empty ones are left out. */
  readonly about: readonly string[]
  readonly kept: readonly KeptAnswer[]
}

/** What a person gave, as a plain text that is worth keeping. */
export function keptText({ title, about, kept }: Keepsake, words: KeptWords): string {
  const head = [title, ...about.filter((line) => line !== '')].join('\n')
  const answers = kept.map((answer, index) => `${index + 1}. ${entry(answer, words)}`)
  return `${[head, ...answers].join('\n\n')}\n`
}

function entry(kept: KeptAnswer, words: KeptWords): string {
  const { prompt, right, points } = kept
  const verdict = right === null ? null : right ? words.right : words.wrong
  const remarks = [verdict, points === null ? null : words.points(points)].filter((remark) => remark !== null)
  const lines = [
    ...(answerLines(kept, words.kinds) ?? [words.notAnswered]).map((text) => `- ${text}`),
    remarks.join(', '),
  ]
  return [prompt, ...lines.filter((line) => line !== '')].map(indented).join('\n').trimStart()
}

/** Further lines of a text stand under its first. */
const indented = (text: string): string => `   ${text.replaceAll('\n', '\n     ')}`

/** A file name that every system takes: letters, digits, hyphens. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60)
  return `${plain || 'humuus'}.txt`
}
