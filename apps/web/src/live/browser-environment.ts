import { deviceVault } from './device-vault.ts'
import { fallingBack } from './falling-back.ts'
import { lastingOutbox } from './lasting-outbox.ts'
import { browserPace, type Environment } from './live-client.ts'
import { memoryOutbox } from './memory-outbox.ts'
import { pageSignals } from './page-signals.ts'
import { reloadOnce } from './reload-once.ts'
import { rememberBlock } from './remember-block.ts'
import { openShelves } from './shelves.ts'
import { storageOf } from './storage-of.ts'

/** A storage that takes longer is given up. */
const storageMs = 2_000

/** The page as the live client sees it. Listens to the page for good: call it once. */
export function browserEnvironment(): Environment {
  const now = () => Date.now()
  const steady = () => performance.timeOrigin + performance.now()
  const shelves = openShelves()
  const session = storageOf(() => sessionStorage)
  return {
    url: `${location.origin}/trpc`,
    WebSocket,
    fetch: (input, init) => fetch(input, init as RequestInit),
    home: {
      storage: storageOf(() => localStorage),
      locks: 'locks' in navigator ? navigator.locks : null,
      vault: deviceVault(shelves),
    },
    signals: pageSignals({ window, document, navigator, network: networkOf(navigator), now, steady }),
    blockMemory: rememberBlock(session),
    channel: 'BroadcastChannel' in window ? new BroadcastChannel('humuus.windows') : null,
    outbox: fallingBack(lastingOutbox(shelves), memoryOutbox(), storageMs),
    now,
    steady,
    reload: () => {
      reloadOnce(session, () => location.reload())
    },
    startOver,
    pace: browserPace,
  }
}

/** A desk that lost its account asks for it; a phone or a screen goes on as whoever it is now. */
function startOver(wasSignedOut: boolean): void {
  const isDesk = !/^\/($|s\/|screen\/)/.test(location.pathname)
  if (wasSignedOut && isDesk) location.replace(`/sign-in?ended&to=${encodeURIComponent(location.pathname)}`)
  else location.reload()
}

/** Says on which network the device is; only some browsers know. */
function networkOf(navigator: object): (EventTarget & { readonly type?: string }) | null {
  return 'connection' in navigator && navigator.connection instanceof EventTarget ? navigator.connection : null
}
