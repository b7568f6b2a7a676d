import { type ComponentType, lazy, useState } from 'react'

export type LoadPage = () => Promise<{ default: ComponentType }>

/** A page in a chunk of its own: drawn at once where `fetch` has brought it already, otherwise it suspends. */
export function pageOf(load: LoadPage): { readonly Page: ComponentType; readonly fetch: () => Promise<void> } {
  let here: ComponentType | null = null
  const Awaited = lazy(load)
  return {
    Page: function Page() {
      // As it was first drawn: another component in its place would begin anew.
      const [Shown] = useState(() => here ?? Awaited)
      return <Shown />
    },
    fetch: async () => {
      here = (await load()).default
    },
  }
}
