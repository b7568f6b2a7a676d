import { BadKey } from './storage.ts'

/** While it comes in, and until it is prepared. */
export const incomingKey = (fileId: string) => `${incomingPrefix}${fileId}`
export const incomingPrefix = 'incoming/'

/** Infected, until it is removed. */
export const quarantineKey = (fileId: string) => `quarantine/${fileId}`

/** What may be shown of a file. `ext` without a dot. */
export const variantKey = (fileId: string, variant: string, ext: string) => `${fileId}/${variant}.${ext}`

const key = /^[a-z\d][\w-]*(\/[a-z\d][\w-]*(\.[a-z\d]+)?)*$/i

/** Names, with `/` between them and one dot in the last: nothing that leads elsewhere on a disk or in a URL. */
export const isKey = (text: string): boolean => text.length <= 256 && key.test(text)

export function insistOnKey(text: string): void {
  if (!isKey(text)) throw new BadKey()
}
