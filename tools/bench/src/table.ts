/** What a benchmark found: rows under headings, as they go into docs/benchmarks.md. */
export interface Table {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** What one has to know to read it, a sentence a line. */
  readonly notes?: readonly string[]
}

/** As Markdown, with columns that line up in a terminal, too. */
export function print({ title, headings, rows, notes = [] }: Table): string {
  const cells = [headings, ...rows].map((row) => row.map(said))
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0), 3))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => pad(cell, widths[at] ?? 0, at)).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  const [head = [], ...body] = cells
  const table = [line(head), rule, ...body.map(line)].join('\n')
  return [`### ${title}`, '', table, ...(notes.length > 0 ? ['', notes.join('\n')] : []), ''].join('\n')
}

const pad = (cell: string, width: number, column: number): string =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width)

/** Three digits that count, and thousands apart. */
function said(cell: string | number): string {
  if (typeof cell === 'string') return cell
  if (!Number.isFinite(cell)) return '–'
  const digits = Math.abs(cell) >= 100 ? 0 : Math.abs(cell) >= 10 ? 1 : 2
  return cell.toLocaleString('en', { maximumFractionDigits: digits })
}

/** How many times as much, such as `2.1 ×`. */
export const times = (ours: number, theirs: number): string =>
  Number.isFinite(ours / theirs) ? `${(ours / theirs).toFixed(ours / theirs >= 10 ? 0 : 1)} ×` : '–'
