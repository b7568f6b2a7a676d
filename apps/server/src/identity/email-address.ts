import { domainToASCII } from 'node:url'
import { refusal } from '@humuus/api'
import { z } from 'zod'

/** Longest address that mail can be sent to (RFC 5321). */
const longest = 254

const Address = z.email().max(longest)

/**
 * An address as it is kept and compared: trimmed, lower case, the domain in ASCII, so that one that only looks like another
 * is another (`xn--…`). Letters outside ASCII before the @ are refused. Throws a refusal.
 */
export function emailAddress(typed: string): string {
  const text = typed
    .slice(0, longest * 2)
    .normalize('NFKC')
    .trim()
  const at = text.lastIndexOf('@')
  const domain = domainToASCII(text.slice(at + 1))
  const address = Address.safeParse(`${text.slice(0, at)}@${domain}`.toLowerCase())
  if (at < 1 || typed.length > longest * 2 || !address.success) throw refusal('email_invalid')
  return address.data
}
