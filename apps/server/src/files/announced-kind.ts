import { fileFormats, formatOfName } from '@humuus/files'
import type { FileKind } from '@humuus/workshop-engine'

/** What a file is said to be, by its name or else by the type that the browser gave; `null`: nothing that is taken here. */
export function announcedKind(name: string, type: string | undefined): FileKind | null {
  const byName = formatOfName(name)
  if (byName !== null) return byName.kind
  if (/\.[a-z\d]{1,10}$/i.test(name)) return null
  return Object.values(fileFormats).find((format) => format.type === type)?.kind ?? null
}
