import type { Words } from './words.ts'

/** The mail for programs that show text alone; a link has its line. */
export function inPlainText({ paragraphs, button, otherWay, why, notYou }: Words): string {
  const links = [button, otherWay].filter((one) => one !== null).map(({ label, link }) => `${label}:\n${link}`)
  return `${[...paragraphs, ...links, `${why}\n${notYou}`, 'humuus'].join('\n\n')}\n`
}
