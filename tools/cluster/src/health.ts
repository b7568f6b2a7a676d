import { pause } from '@humuus/client'

/** How often each server is asked, and how long it may take to answer, in ms. */
const everyMs = 250
const patienceMs = 1_000

export interface Health extends Disposable {
  /** Addresses of the servers that said last that they are ready, in their order. */
  readonly ready: () => readonly string[]
}

/** Asks servers again and again whether they are ready (`/readyz`), as load balancers do. */
export function watchHealth(urls: readonly string[]): Health {
  const isReady = new Map(urls.map((url) => [url, true]))
  const over = new AbortController()
  const ask = async (url: string) => {
    while (!over.signal.aborted) {
      isReady.set(url, await answersWell(`${url}/readyz`))
      await pause(everyMs, over.signal)
    }
  }
  for (const url of urls) void ask(url)
  return {
    ready: () => urls.filter((url) => isReady.get(url)),
    [Symbol.dispose]: () => over.abort(),
  }
}

async function answersWell(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}
