import { wireVersion } from '@humuus/api/wire'

const key = 'humuus.reloaded'

/**
 * Fetches the newer page that an outdated one needs. Only once per protocol version and browser tab: a server that is behind
 * the page must not make it reload for ever. Says whether it does.
 */
export function reloadOnce(storage: Pick<Storage, 'getItem' | 'setItem'> | null, reload: () => void): boolean {
  const mark = String(wireVersion)
  try {
    if (storage === null || storage.getItem(key) === mark) return false
    storage.setItem(key, mark)
  } catch {
    return false
  }
  reload()
  return true
}
