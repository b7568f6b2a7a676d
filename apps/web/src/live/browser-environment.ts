import { browserPace, type Environment } from './live-client.ts'
import { memoryOutbox } from './outbox.ts'
import { pageSignals } from './page-signals.ts'
import { reloadOnce } from './reload-once.ts'
import { rememberBlock } from './remember-block.ts'

/** The page as the live client sees it. Listens to the page for good: call it once. */
export function browserEnvironment(): Environment {
  const now = () => Date.now()
  const session = storageOf(() => sessionStorage)
  return {
    url: `${location.origin}/trpc`,
    WebSocket,
    EventSource,
    home: { storage: storageOf(() => localStorage), locks: 'locks' in navigator ? navigator.locks : null },
    signals: pageSignals({ window, document, navigator, network: networkOf(navigator), now }),
    blockMemory: rememberBlock(session),
    outbox: memoryOutbox(),
    now,
    steady: () => performance.timeOrigin + performance.now(),
    reload: () => {
      reloadOnce(session, () => location.reload())
    },
    pace: browserPace,
  }
}

/** Where the browser blocks storage, even looking at it throws. */
function storageOf(open: () => Storage): Storage | null {
  try {
    return open()
  } catch {
    return null
  }
}

/** Says on which network the device is; only some browsers know. */
function networkOf(navigator: object): (EventTarget & { readonly type?: string }) | null {
  return 'connection' in navigator && navigator.connection instanceof EventTarget ? navigator.connection : null
}
