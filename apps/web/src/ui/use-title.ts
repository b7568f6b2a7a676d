import { useEffect } from 'react'

/** Sets the window's title while the page is shown: "Report · humuus". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'humuus' : `${title} · humuus`
  }, [title])
}
