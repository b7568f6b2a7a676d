import type { StoredAction } from '@humuus/workshop-engine'

/** Text that PostgreSQL cannot hold was about to be written: a NUL character or half a surrogate pair. */
export class UnstorableText extends Error {
  override readonly name = 'UnstorableText'
}

const loneSurrogate = /\p{Surrogate}/u
// In JSON text both appear as escapes, and nothing else does: an escape is one whose backslash is not itself escaped.
const escapedUnstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/

/** False for text with a NUL character or half a surrogate pair, which no PostgreSQL column holds. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !loneSurrogate.test(text)

/** JSON text for a `jsonb` column. Throws `UnstorableText` if a string in it cannot be stored. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (json.includes('\\u') && escapedUnstorable.test(json)) {
    // Not repeated: it may be anything of anybody.
    throw new UnstorableText('the database cannot hold a text in this value')
  }
  return json
}

/** Throws `UnstorableText` if a name or id of the action cannot be stored. */
export function insistOnStorable({ commandId, userId, nodeId, actionType }: StoredAction): void {
  for (const text of [commandId ?? '', userId, nodeId, actionType]) {
    if (!isStorable(text)) throw new UnstorableText('the database cannot hold the text of a name or id')
  }
}
