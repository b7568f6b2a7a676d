import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean
}

/** Something on a page of its own. */
export interface Drawn extends Disposable {
  readonly place: HTMLElement
  /** Draws it as it is now. */
  again(what: ReactNode): void
}

/** Draws something in a document, which the environment of the test has to have. */
export function drawn(what: ReactNode): Drawn {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const again = (next: ReactNode) => act(() => root.render(next))
  again(what)
  return {
    place,
    again,
    [Symbol.dispose]() {
      act(() => root.unmount())
      place.remove()
    },
  }
}
