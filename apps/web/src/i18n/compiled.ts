import type { Messages } from '@lingui/core'

type Message = Exclude<Messages[string], string>

/** The texts of an area as Lingui takes them: by `area:key`, in words and blanks, both forms of a counted text in one. */
export function compiled(area: string, texts: Readonly<Record<string, string>>): Record<string, Message> {
  const messages: Record<string, Message> = {}
  for (const [key, text] of Object.entries(texts)) {
    if (key.endsWith('_other')) continue
    const counted = key.replace(/_one$/, '')
    const other = texts[`${counted}_other`]
    const one = wordsAndBlanks(text)
    messages[`${area}:${counted}`] =
      other === undefined ? one : [['count', 'plural', { one, other: wordsAndBlanks(other) }]]
  }
  return messages
}

/** `{{name}}` is filled in as it is, `{{name, number}}` as the language writes numbers. */
function wordsAndBlanks(text: string): Message {
  return text.split(/(\{\{.+?\}\})/).flatMap((part): Message => {
    if (!part.startsWith('{{')) return part === '' ? [] : [part]
    const [name = '', format] = part.slice(2, -2).split(', ')
    return [format === undefined ? [name] : [name, format]]
  })
}
