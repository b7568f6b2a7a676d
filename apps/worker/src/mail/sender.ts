import { domainOf } from './address.ts'

/** Whom mail comes from. */
export interface Sender {
  /** May be empty. */
  readonly name: string
  readonly address: string
  /** Of the address, in ASCII. */
  readonly domain: string
}

const withName = /^(?<name>[^<>\p{C}]*)<(?<address>[^<>]+)>$/u

/** Reads `name@host` or `Name <name@host>`; `null` for anything else. */
export function readSender(text: string): Sender | null {
  const named = withName.exec(text.trim())?.groups
  const address = named?.address ?? text.trim()
  const domain = domainOf(address)
  if (domain === null) return null
  const name = (named?.name ?? '').trim().replace(/^"(.*)"$/, '$1')
  return { name, address, domain }
}
