import type { DeviceHome } from './device.ts'

const key = 'humuus.renewed'

type Home = DeviceHome['storage']

/** Until when (epoch ms by the server) the token of this person was renewed by whichever tab did it last; 0 if none did. */
export function renewedUntil(storage: Home, userId: string): number {
  try {
    const [whose, until] = storage?.getItem(key)?.split(' ') ?? []
    return whose === userId ? Number(until) || 0 : 0
  } catch {
    return 0
  }
}

/** Tells the other tabs, which share the cookie. */
export function tellRenewed(storage: Home, userId: string, expiresAt: number): void {
  try {
    storage?.setItem(key, `${userId} ${expiresAt}`)
  } catch {
    // Each tab then renews for itself.
  }
}
