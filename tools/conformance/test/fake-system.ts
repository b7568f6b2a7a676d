import type { System } from '../src/system.ts'
import { type FakeRooms, fakePorts, fakeStores } from './fake-ports.ts'
import { fakeServer } from './fake-server.ts'
import type { Fault } from './faults.ts'

/** Two servers in this process that keep every rule, or break one. */
export async function fakeSystem(fault: Fault | null): Promise<System & AsyncDisposable> {
  const stores = fakeStores()
  const rooms: FakeRooms = new Map()
  const ports = fakePorts(stores, rooms, fault)
  const otherPorts = fault === 'servers are strangers' ? fakePorts(stores, new Map(), fault) : ports
  let server = await fakeServer(ports)
  const other = await fakeServer(otherPorts)
  const { url } = server
  return {
    url,
    also: other.url,
    restart: async () => {
      await server.kill()
      for (const room of rooms.values()) room.restart()
      server = await fakeServer(ports, Number(new URL(url).port))
    },
    [Symbol.asyncDispose]: async () => {
      for (const room of rooms.values()) room.stop()
      await Promise.all([server.kill(), other.kill()])
    },
  }
}
