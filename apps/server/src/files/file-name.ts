/** Characters that a name may have; the database has room for as many. */
const longest = 255

/** What nobody sees, or what turns a line around. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu

/**
 * The name of a file as it may be stored and shown: without folders, without what nobody sees, as NFC, cut in front of its
 * ending where it is too long. Never empty.
 */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(invisible, '').replace(/\s+/g, ' ').trim()
  const bare = clean.replace(/^\.+/, '')
  return bare === '' ? 'file' : shortened(bare)
}

function shortened(name: string): string {
  const signs = [...name]
  if (name.length <= longest) return name
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''
  let kept = ''
  for (const sign of signs) {
    if (kept.length + sign.length + ending.length > longest) break
    kept += sign
  }
  return kept + ending
}

/** The same name with another ending, `ext` without a dot: what is given out may be another form of the file. */
export function endingWith(name: string, ext: string): string {
  const bare = name.replace(/\.[\p{L}\p{N}]{1,10}$/u, '')
  return shortened(`${bare === '' ? 'file' : bare}.${ext}`)
}
