import { useState } from 'react'

/** Words that were not sent yet: they survive a reload of the page, and end with its tab. Give each text its own `key`. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const place = `humuus.draft.${key}`
  const [text, setText] = useState(() => read(place))
  const keep = (next: string) => {
    setText(next)
    write(place, next)
  }
  return [text, keep] as const
}

function read(place: string): string {
  try {
    return sessionStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}

function write(place: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, text)
  } catch {
    // Storage is closed: the draft lasts as long as the page.
  }
}
