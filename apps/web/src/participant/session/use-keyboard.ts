import { useEffect } from 'react'

// Less than this is a toolbar of the browser.
const leastHeight = 120

/** Lifts what sticks to the foot of the page (`--keyboard`) above a phone's keyboard, which lies over the page. */
export function useKeyboard(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (viewport === null) return
    const root = document.documentElement
    const measure = () => {
      const covered = window.innerHeight - viewport.height - viewport.offsetTop
      // Who has zoomed in sees less of the page, too; that is no keyboard.
      const isKeyboard = viewport.scale < 1.05 && covered > leastHeight
      root.style.setProperty('--keyboard', isKeyboard ? `${Math.round(covered)}px` : '0px')
    }
    viewport.addEventListener('resize', measure)
    viewport.addEventListener('scroll', measure)
    return () => {
      viewport.removeEventListener('resize', measure)
      viewport.removeEventListener('scroll', measure)
      root.style.removeProperty('--keyboard')
    }
  }, [])
}
