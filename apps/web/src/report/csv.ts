/** A cell; `null` is empty. */
export type Cell = string | number | null

/** Excel reads UTF-8 only when a file begins with this. */
const byteOrderMark = '\uFEFF'

/**
 * A table as CSV (RFC 4180, with a byte order mark). A text that a spreadsheet would run as a formula is made a plain text by
 * an apostrophe before it, as OWASP advises.
 */
export function csv(rows: readonly (readonly Cell[])[], separator: ',' | ';'): string {
  const line = (row: readonly Cell[]) => row.map((cell) => written(cell, separator)).join(separator)
  return byteOrderMark + rows.map((row) => `${line(row)}\r\n`).join('')
}

function written(cell: Cell, separator: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  const needsQuotes = /["\r\n]/.test(text) || text.includes(separator) || text !== text.trim()
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}

/** What separates cells where this language is spoken: German spreadsheets keep the comma for decimals. */
export const separatorOf = (language: string): ',' | ';' => (language.startsWith('de') ? ';' : ',')
