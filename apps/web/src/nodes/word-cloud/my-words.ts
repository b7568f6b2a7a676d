interface SentWord {
  readonly type: 'add' | 'take_back'
  readonly text: string
}

/** Whether two texts are the same word, as far as a phone can tell; the server looks more closely. */
export const isSame = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** My words, with what is on its way laid over what the server has. */
export function myWords(known: readonly string[], sent: readonly SentWord[]): readonly string[] {
  return sent.reduce((words, { type, text }) => {
    const others = words.filter((one) => !isSame(one, text))
    if (type === 'take_back') return others
    return others.length < words.length ? words : words.concat(text)
  }, known)
}
