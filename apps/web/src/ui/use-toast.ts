import { Toast } from '@base-ui/react/toast'
import { useCallback } from 'react'

/** A sentence about what just happened. */
export interface ToastWords {
  readonly text: string
  /** One thing to do about it, such as Undo. */
  readonly action?: { readonly label: string; readonly onAction: () => void } | undefined
  /** How long it stays, in ms; 0 stays until it is closed. Five seconds if not given; thirty for an undo. */
  readonly stays?: number
}

/** Shows toasts below a `ToastProvider`: `show` returns an id that `close` takes. Announced politely. */
export function useToast(): { show: (words: ToastWords) => string; close: (id: string) => void } {
  const { add, close } = Toast.useToastManager()
  const show = useCallback(
    ({ text, action, stays }: ToastWords) => {
      const id: string = add({
        title: text,
        ...(stays === undefined ? {} : { timeout: stays }),
        ...(action === undefined
          ? {}
          : { actionProps: { children: action.label, onClick: () => done(action.onAction) } }),
      })
      const done = (act: () => void) => {
        close(id)
        act()
      }
      return id
    },
    [add, close],
  )
  return { show, close }
}
