import { domainToASCII } from 'node:url'

const form = /^[^\s\p{C}<>()[\]\\,;:"@]+@(?<domain>[^\s\p{C}<>()[\]\\,;:"@]+)$/u

/** The domain of one plain address, in ASCII; `null` for anything else, such as two addresses or one with a name. */
export function domainOf(address: string): string | null {
  return domainToASCII(form.exec(address)?.groups?.domain ?? '') || null
}
