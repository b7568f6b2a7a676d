import { setupI18n } from '@lingui/core'
import { store, stored } from '../ui/stored.ts'
import { compiled } from './compiled.ts'
import { type Language, preferredLanguage } from './language.ts'
import { loadTexts } from './load-texts.ts'
import type { Area } from './texts.ts'

// first-paint.js reads the same key to set <html lang> before anything is drawn.
const key = 'humuus.language'

const i18n = setupI18n()
const everywhere = ['common', 'join', 'errors'] as const satisfies readonly Area[]

/** The areas the page has spoken from: a change of language fetches all of them before it is seen. */
const wanted = new Set<Area>(everywhere)
const known = new Set<string>()
const fetching = new Map<string, Promise<unknown>>()
let language: Language = 'en'
/** The language chosen last; `null` before the first. */
let newest: Language | null = null

/** The language the page speaks now. */
export const spokenLanguage = (): Language => language

/** Calls back when the page speaks another language, until the returned function is called. */
export const onLanguage = (listener: () => void): (() => void) => i18n.on('change', listener)

/** Whether the texts of an area are there in this language. */
export const hasTexts = (of: Language, area: Area): boolean => known.has(`${of} ${area}`)

/** Whether there is such a text, by `area:key`, where its area is there. */
export const hasText = (id: string): boolean => id in i18n.messages

/** A text in the language the page speaks, by `area:key`. */
export const say = (id: string, params?: Readonly<Record<string, string | number>>): string => i18n._(id, params)

/** Fetches the texts of these areas; the same promise for the same wish, until it fails. */
export function fetchTexts(of: Language, areas: readonly Area[]): Promise<unknown> {
  const wish = `${of} ${areas}`
  const asked = fetching.get(wish)
  if (asked !== undefined) return asked
  const all = Promise.all(areas.map((area) => fetchArea(of, area)))
  fetching.set(wish, all)
  all.catch(() => fetching.delete(wish))
  return all
}

async function fetchArea(of: Language, area: Area): Promise<void> {
  wanted.add(area)
  if (hasTexts(of, area)) return
  i18n.load(of, compiled(area, await loadTexts(of, area)))
  known.add(`${of} ${area}`)
}

async function change(next: Language): Promise<void> {
  newest = next
  await fetchTexts(next, [...wanted])
  // Another choice was made meanwhile.
  if (newest !== next) return
  language = next
  i18n.activate(next)
}

/** What the reader of this page would like to read. */
const liked = (): Language => preferredLanguage([stored(key), ...navigator.languages])

/** Fetches the texts every page needs in the reader's language; everything else is fetched by the page that says it. */
export const startI18n = (): Promise<void> => change(liked())

/** Fetches the texts of these areas for a page that travels at the same time. */
export const fetchAlong = (...areas: readonly Area[]): Promise<unknown> => fetchTexts(newest ?? liked(), areas)

/**
 * Speaks this language on this page without remembering it: a screen speaks its workshop's. Where it cannot be fetched,
 * the page goes on in the old one.
 */
export const speak = (next: Language): Promise<void> => change(next).catch(() => undefined)

/** Pages that are opened from now on speak this language. */
export const rememberLanguage = (next: Language): void => store(key, next)

/** Speaks this language from now on and remembers the choice. */
export async function chooseLanguage(next: Language): Promise<void> {
  rememberLanguage(next)
  await speak(next)
}
