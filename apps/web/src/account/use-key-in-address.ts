import { useEffect, useState } from 'react'

/** The key behind the # of the address, which no request carries; once read, it is in the address and the history no longer. */
export function useKeyInAddress(): string | null {
  const [key] = useState(() => decoded(location.hash.slice(1)) || null)
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  }, [])
  return key
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
