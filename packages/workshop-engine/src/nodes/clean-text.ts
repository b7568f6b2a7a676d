/** As somebody wrote it, fit to be kept: composed, trimmed, without control characters and halves of characters; line breaks stay. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '')
    .trim()
}
