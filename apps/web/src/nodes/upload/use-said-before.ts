import { useMemo, useState } from 'react'

/** Words about files that the step does not know yet. */
interface SaidBefore {
  of(fileId: string): string
  say(fileId: string, text: string): void
  /** They are sent now; `null`: there are none. */
  take(fileId: string): string | null
}

const place = (fileId: string): string => `humuus.caption.${fileId}`

/** Kept like drafts: they survive a reload of the page, and end with its tab. */
export function useSaidBefore(): SaidBefore {
  const [words, set] = useState<Readonly<Record<string, string>>>({})
  return useMemo(
    () => ({
      of: (fileId) => words[fileId] ?? read(fileId) ?? '',
      say(fileId, text) {
        write(fileId, text)
        set((before) => ({ ...before, [fileId]: text }))
      },
      take(fileId) {
        const text = read(fileId) ?? words[fileId] ?? null
        if (text === null) return null
        write(fileId, null)
        set(({ [fileId]: _, ...others }) => others)
        return text
      },
    }),
    [words],
  )
}

function read(fileId: string): string | null {
  try {
    return sessionStorage.getItem(place(fileId))
  } catch {
    return null
  }
}

function write(fileId: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(place(fileId))
    else sessionStorage.setItem(place(fileId), text)
  } catch {
    // Storage is closed: the words last as long as the page.
  }
}
