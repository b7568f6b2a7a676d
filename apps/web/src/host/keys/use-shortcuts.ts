import { useEffect, useRef, useState } from 'react'
import type { ConsoleState } from '../console-state.ts'
import { isTaken, shortcut } from './shortcuts.ts'

/** Runs the workshop from the keyboard, or a presenter's clicker; silent while a dialog is open or something is typed. */
export function useShortcuts(state: ConsoleState): { isHelpOpen: boolean; showHelp: (open: boolean) => void } {
  const [isHelpOpen, showHelp] = useState(false)
  const latest = useRef(state)
  latest.current = state
  useEffect(() => {
    let isPointing = false
    const pointed = () => {
      isPointing = true
    }
    const pressed = (event: KeyboardEvent) => {
      const { key, target } = event
      if (key === 'Tab') isPointing = false
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || document.querySelector(dialogs)) return
      if (target instanceof HTMLElement && isTaken(focusOf(target), { key, isPointing })) return
      const wish = shortcut(key, latest.current.view)
      if (wish === null) return
      event.preventDefault()
      // Firefox presses the button that has the focus when the key comes up again.
      if (isPointing && target instanceof HTMLElement) target.blur()
      if (wish === 'help') showHelp(true)
      else if (wish === 'full-screen') void fullScreen()
      else void latest.current.command(wish)
    }
    addEventListener('pointerdown', pointed)
    addEventListener('keydown', pressed)
    return () => {
      removeEventListener('pointerdown', pointed)
      removeEventListener('keydown', pressed)
    }
  }, [])
  return { isHelpOpen, showHelp }
}

// A toast is a dialog that does not ask for attention.
const dialogs = '[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"], [role="menu"]'

const focusOf = (element: HTMLElement) => ({
  tagName: element.tagName,
  isContentEditable: element.isContentEditable,
  role: element.getAttribute('role'),
})

/** Into full screen, or out of it; browsers that refuse leave things as they are. */
function fullScreen(): Promise<void> {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  return change.catch(() => undefined)
}
