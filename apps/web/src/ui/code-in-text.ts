/** How many digits a join code has. */
export const codeLength = 6

/**
 * The join code a person meant by typing or pasting `text`: a link's six-digit part ("…/s/482913"), a code in a sentence,
 * or simply the digits, spaces and dashes ignored. Never longer than a code; shorter while it is being typed.
 */
export function codeInText(text: string): string {
  const inLink = /\/s\/(\d{6})(?!\d)/.exec(text)?.[1]
  if (inLink !== undefined) return inLink
  const alone = /(?<!\d)(\d{3})[\s-]?(\d{3})(?!\d)/.exec(text)
  if (alone !== null && /[^\d\s-]/.test(text)) return `${alone[1]}${alone[2]}`
  return text.replace(/\D/g, '').slice(0, codeLength)
}

/** "482913" → "482 913": in two groups, as it is spoken. */
export const spacedCode = (code: string): string => code.replace(/^(\d{3})(?=\d)/, '$1\u00a0')
