/** The first line of a text without Markdown's marks, at most `max` characters. */
export function firstLine(text: string, max = 80): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  const plain = line
    .replace(/^[#>\-*\s]+/, '')
    .replace(/[*_`]/g, '')
    .trim()
  return plain.length > max ? `${plain.slice(0, max - 1)}…` : plain
}
