import { pause } from '@humuus/client'

/** Asks again until there is an answer: for calls that are harmless twice. Throws the last failure when time is up. */
export async function persist<T>(ask: () => Promise<T>, withinMs: number): Promise<T> {
  const end = performance.now() + withinMs
  for (;;) {
    try {
      return await within(ask(), 5_000)
    } catch (error) {
      if (performance.now() > end) throw error
      await pause(300)
    }
  }
}

function within<T>(asked: Promise<T>, ms: number): Promise<T> {
  const giveUp = new AbortController()
  const late = pause(ms, giveUp.signal).then(() => Promise.reject(new Error(`no answer within ${ms} ms`)))
  late.catch(() => {})
  return Promise.race([asked, late]).finally(() => giveUp.abort())
}
