import { persist } from './persist.ts'
import { within } from './within.ts'

interface Openable {
  on(event: 'error', listener: (error: Error) => void): unknown
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
}

/**
 * A queue or worker of BullMQ that has reached its database, or `undefined` if `signal` ended the wait. One whose first
 * contact failed stays of no use for ever, so it is thrown away and another one opened.
 */
export function openUntilReady<Opened extends Openable>(
  open: () => Opened,
  { signal, onError }: { signal: AbortSignal; onError: (error: Error) => void },
): Promise<Opened | undefined> {
  return persist(
    async () => {
      const opened = open()
      opened.on('error', onError)
      try {
        await abortable(opened.waitUntilReady(), signal)
        return opened
      } catch (error) {
        await within(1_000, opened.close())
        throw error
      }
    },
    { signal, onError: (error) => signal.aborted || onError(error) },
  )
}

/** Rejects as soon as `signal` aborts, whatever `work` does. */
function abortable(work: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('stopped while waiting'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
