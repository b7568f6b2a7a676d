// What could be Markdown: emphasis, code, links, tables, lists, headings, quotes, rules, escapes, autolinks, hard breaks.
const signs = /[*_`~[\]|<>\\#]|^[ \t]*([-+]|\d+[.)])\s|^[ \t]*(-{3,}|={3,})[ \t]*$|https?:|www\.|@| {2}\n|&\w+;/m

// Quotations within quotations: nobody writes so many, and the reader needs a stack that no browser has for them.
const tooDeep = /(?:>[ \t]*){60}/

/** Whether a text needs the Markdown reader at all; plain sentences do not, and a phone then never loads it. */
export const needsMarkdown = (text: string): boolean => signs.test(text) && !tooDeep.test(text)

interface Paragraph {
  /** Where it begins in the text: tells equal paragraphs apart. */
  readonly at: number
  readonly text: string
}

/** The paragraphs of a plain text: what Markdown would make of it. */
export const plainParagraphs = (text: string): Paragraph[] =>
  [...text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)].map((match) => ({ at: match.index, text: match[0].trimEnd() }))
