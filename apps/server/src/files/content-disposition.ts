/** The header of RFC 6266: a name for everybody, and one in plain letters for programs that know no other. */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
    .trim()
  const fallback = /[a-z0-9]/i.test(plain.replace(/\.[^.]*$/, ''))
    ? plain
    : `file${/\.[a-z0-9]+$/i.exec(plain)?.[0] ?? ''}`
  return `${how}; filename="${fallback}"; filename*=UTF-8''${encoded(name)}`
}

/** As RFC 8187 wants it, which allows less than `encodeURIComponent` leaves. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
