/** What nobody should find in a log, and what stands there instead. */
const nets: readonly (readonly [RegExp, string])[] = [
  // Signed tokens.
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '[token]'],
  // User and password of an address.
  [/(?<=:\/\/)[^\s/@"]+@/g, '[hidden]@'],
  // Addresses of mail.
  [/[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi, '[mail]'],
  // Secrets of devices, keys in links and screens: long runs that no word and no path has.
  [/(?<![\w/-])(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{32,}(?![\w/.-])/g, '[secret]'],
]

/** The same text without what looks like an address of mail, a token, a password in an address, or a secret. */
export function scrub(text: string): string {
  let scrubbed = text
  for (const [pattern, instead] of nets) scrubbed = scrubbed.replaceAll(pattern, instead)
  return scrubbed
}
