import { WrongUse } from './wrong-use.ts'

/** The address of an installation, without a slash at its end. */
export function address(name: string, text: string): string {
  const { protocol } = URL.canParse(text) ? new URL(text) : { protocol: '' }
  if (protocol === 'http:' || protocol === 'https:') return text.replace(/\/+$/, '')
  throw new WrongUse(`${name} is an address such as http://127.0.0.1:3000, not "${text}"`)
}
