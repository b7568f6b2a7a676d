import { must } from '@humuus/workshop-engine'

const longestName = 60
const longestAddress = 254

/** Control characters, unassigned ones, half pairs, and those that turn the direction of text or cannot be seen. */
const unseen = /\p{C}/gu

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').replace(unseen, '').trim()

const cut = (text: string, length: number): string => [...text].slice(0, length).join('').trim()

/**
 * A name that somebody gave themselves, for a mail that others trust: one line, not long, and with no part that a mail
 * program would turn into a link.
 */
export const harmlessName = (name: string): string =>
  cut(oneLine(name).replace(/([.．。｡:/\\@])(?=\S)/gu, '$1 '), longestName)

/** An address to be shown: without blanks and without what cannot be seen. */
export const harmlessAddress = (address: string): string => cut(oneLine(address).replaceAll(' ', ''), longestAddress)

/** The link as a URL writes it, in ASCII, so that a foreign host cannot look like ours. Only we can give a wrong one. */
export function plainLink(link: string): string {
  const { protocol, username, password, href } = must(URL.canParse(link) ? new URL(link) : undefined, 'a link is a URL')
  const isPlain = ['http:', 'https:'].includes(protocol) && username === '' && password === ''
  return must(isPlain ? href : undefined, 'a link leads to a page')
}

/** One address and nothing that could make it two. Whoever calls has checked it as an address. */
export function insistOnOneAddress(address: string): void {
  const isOne =
    address.length <= longestAddress && /^[^\s\p{C}<>()[\]\\,;:"@]+@[^\s\p{C}<>()[\]\\,;:"@]+$/u.test(address)
  // Not repeated: addresses are nobody's business.
  if (!isOne) throw new Error('a letter goes to one address')
}
