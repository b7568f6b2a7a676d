// What could be Markdown: emphasis, code, links, tables, lists, headings, quotes, rules, escapes, autolinks, hard breaks.
const signs = /[*_`~[\]|<>\\#]|^\s*([-+]|\d+[.)])\s|^\s*(-{3,}|={3,})\s*$|https?:|www\.|@| {2}\n|&\w+;/m

/** Whether a text needs the Markdown reader at all; plain sentences do not, and a phone then never loads it. */
export const needsMarkdown = (text: string): boolean => signs.test(text)

interface Paragraph {
  /** Where it begins in the text: tells equal paragraphs apart. */
  readonly at: number
  readonly text: string
}

/** The paragraphs of a plain text: what Markdown would make of it. */
export const plainParagraphs = (text: string): Paragraph[] =>
  [...text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)].map((match) => ({ at: match.index, text: match[0].trimEnd() }))
