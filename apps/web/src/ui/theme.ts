import { useSyncExternalStore } from 'react'
import { store } from './stored.ts'

/** `system` follows the device. */
const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

// first-paint.js reads the same key before anything is drawn.
const key = 'humuus.theme'
const listeners = new Set<() => void>()

const readTheme = (): Theme => themes.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system'

/** Draws the whole page in this theme and keeps the choice. */
function chooseTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  store(key, theme === 'system' ? null : theme)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The chosen theme and how to choose another. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, readTheme), chooseTheme] as const
}
