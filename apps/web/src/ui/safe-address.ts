const here = 'https://own.invalid'

/** The address of a text's link or picture (`src`), if it leads to the web, to a page of ours or, as a link, to mail; else nothing. Read as browsers read it. */
export function safeAddress(url: string, attribute: string): string {
  if (!URL.canParse(url, here)) return ''
  const { protocol, origin } = new URL(url, here)
  if (origin === here || /^https?:\/\//i.test(url)) return url
  return protocol === 'mailto:' && attribute !== 'src' ? url : ''
}
