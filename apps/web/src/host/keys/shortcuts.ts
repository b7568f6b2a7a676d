import type { HumuusCommand } from '@humuus/workshop-engine'
import { primaryCommand } from '../action/primary-command.ts'
import { type HostView, isRunning } from '../console-state.ts'

/** What a key asks for: a command, or something of the page's own. */
export type Shortcut = HumuusCommand | 'help' | 'full-screen' | null

/** Facilitators' keys, presenter clickers included (they send PageDown and PageUp). `key` is a `KeyboardEvent.key`. */
export function shortcut(key: string, view: HostView): Shortcut {
  if (key === '?') return 'help'
  if (key === 'f' || key === 'F') return 'full-screen'
  if (key === ' ' || key === 'ArrowRight' || key === 'PageDown') return primaryCommand(view)
  if (!isRunning(view) || view.step === null) return null
  const { nodeId, phase, collects } = view.step
  switch (key) {
    case 'ArrowLeft':
    case 'PageUp':
      return view.canGoBack ? { type: 'back', from: nodeId } : null
    case 'Enter':
      return collects && phase !== 'revealed' ? { type: 'reveal', nodeId } : null
    case 'p':
    case 'P':
      return view.phase === 'paused' ? { type: 'resume' } : { type: 'pause' }
    case '+':
      return { type: 'extend', nodeId, seconds: 30 }
    case 'z':
    case 'Z':
      return view.undoUntil === null ? null : { type: 'undo' }
    default:
      return null
  }
}

/**
 * Keys belong to what has the focus where it types, chooses or is pressed by them. Who points at buttons (`isPointing`) leaves
 * the focus on the last one without meaning it: there Space and Enter stay with the workshop.
 */
export function isTaken(
  { tagName, isContentEditable, role }: { tagName: string; isContentEditable: boolean; role: string | null },
  { key, isPointing }: { key: string; isPointing: boolean },
): boolean {
  if (isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tagName)) return true
  if (role === 'menuitem' || role === 'tab' || role === 'switch') return true
  return !isPointing && (key === ' ' || key === 'Enter') && ['BUTTON', 'A', 'SUMMARY'].includes(tagName)
}
