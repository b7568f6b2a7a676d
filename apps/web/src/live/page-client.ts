import { whenIdle } from '../ui/when-idle.ts'
import { browserEnvironment } from './browser-environment.ts'
import { createLiveClient, fetchHttpCarrier, type LiveClient } from './live-client.ts'

let client: LiveClient | undefined

/** The live client of the page, at work from its first use; one, whoever asks. */
export function pageClient(): LiveClient {
  client ??= begin()
  return client
}

function begin(): LiveClient {
  const live = createLiveClient(browserEnvironment())
  whenIdle(() => void fetchHttpCarrier().catch(() => undefined))
  whenIdle(live.keepSignedIn)
  // Also on the start page: what was kept goes to its workshop, wherever the person is now.
  void live.commands.resume().then((isAnything) => isAnything && live.identity.start())
  return live
}
