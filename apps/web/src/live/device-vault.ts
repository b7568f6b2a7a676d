import type { DeviceVault } from '../identity/device.ts'
import { onDisk, type openShelves } from './shelves.ts'

const key = 'device'

/** Keeps this browser's device beside what it has not sent yet: the one is of no use without the other. */
export function deviceVault(shelves: ReturnType<typeof openShelves>): DeviceVault {
  return {
    async read() {
      return (await (await shelves()).get('device', key)) ?? null
    },
    async write(text) {
      const tx = (await shelves()).transaction('device', 'readwrite', onDisk)
      await Promise.all([tx.store.put(text, key), tx.done])
    },
  }
}
