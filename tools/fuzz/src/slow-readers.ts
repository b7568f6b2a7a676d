import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '@humuus/client'
import type { Rig } from '@humuus/rig'
import { frame } from './frames.ts'
import { type Memory, memoryOf } from './memory.ts'
import { toText } from './raw-json.ts'
import { RawSocket } from './raw-socket.ts'

export interface SlowReaders {
  readonly count: number
  /** Bytes of the view that each of them asks for again and again. */
  readonly viewBytes: number
  /** What one of them costs the server, in bytes, while it is being put up with. */
  readonly each: { readonly rss: number; readonly heap: number; readonly external: number }
  /** Seconds until the last of them was cut, counted from its first request. */
  readonly cutAfterSeconds: number
  /** How they ended: who reads nothing learns no code. */
  readonly ends: Readonly<Record<string, number>>
}

/** So long they ask, which fills what the operating system takes for each of them (some 10 MB) and then some. */
const askForMs = 30_000
/** Everything happens once before memory is measured. */
const warmUpMs = 5_000
const askEveryMs = 60
const patienceMs = 60_000

/** People who ask for a large view again and again, say that they are there, and read nothing. */
export async function slowReaders(rig: Rig, count: number): Promise<SlowReaders> {
  const [server] = rig.servers
  const url = server?.url ?? ''
  const measure = () => memoryOf(server?.pid ?? 0, `${rig.logs}/server-1.log`)
  const { host, viewBytes, view } = await largeSession(url)
  for (const reader of await askInVain(url, view, 3, warmUpMs)) reader.destroy()
  const before = await measure()
  const began = performance.now()
  const readers = await askInVain(url, view, count, askForMs)
  const during = await measure()
  const ends: Record<string, number> = {}
  await Promise.all(readers.map((reader) => stay(reader).then((how) => (ends[how] = (ends[how] ?? 0) + 1))))
  const cutAfterSeconds = Math.round((performance.now() - began) / 100) / 10
  await host.close()
  return { count: readers.length, viewBytes, each: shareOf(before, during, readers.length), cutAfterSeconds, ends }
}

type View = Readonly<Record<'sessionId' | 'role' | 'screenKey', string>>

/** Opens connections that ask for a view, leave it and ask again, and never read. */
async function askInVain(url: string, input: View, count: number, forMs: number): Promise<RawSocket[]> {
  const sockets = await Promise.all(Array.from({ length: count }, () => RawSocket.open(url)))
  const readers = sockets.filter((socket) => socket !== null)
  for (const reader of readers) reader.socket.pause()
  const end = performance.now() + forMs
  for (let id = 1; performance.now() < end; id++) {
    for (const reader of readers) {
      reader.say(toText({ id, method: 'subscription', params: { path: 'sessions.live', input } }))
      if (id > 1) reader.say(toText({ id: id - 1, method: 'subscription.stop' }))
    }
    await pause(askEveryMs)
  }
  return readers
}

/** Goes on saying that it is there, without reading a byte, until the connection is torn down; `never` if it is not. */
async function stay(reader: RawSocket): Promise<string> {
  const end = performance.now() + patienceMs
  while (!reader.socket.destroyed && performance.now() < end) {
    reader.write(frame('', { opcode: 10 }))
    await pause(500)
  }
  const isCut = reader.socket.destroyed
  reader.destroy()
  return isCut ? 'cut' : 'never'
}

async function largeSession(url: string) {
  const host = await connect({ url })
  const nodes = [{ id: 'long', type: 'slide', data: { text: 'x'.repeat(20_000) } }]
  const made = await host.trpc.workshops.create.mutate({ file: { format: 'humuus/1', title: 'Long', nodes } })
  if (!made.ok) throw new Error('the workshop is not taken')
  const { sessionId, screenKey } = await host.trpc.sessions.create.mutate({ workshopId: made.id, hostName: 'Host' })
  await host.send(sessionId, { type: 'open_lobby' })
  await host.send(sessionId, { type: 'start' })
  const view = host.watch({ sessionId, role: 'screen', screenKey })
  const { shared } = await view.until(({ shared }) => shared.step !== null, 10_000)
  view.close()
  return { host, view: { sessionId, role: 'screen', screenKey }, viewBytes: JSON.stringify(shared).length }
}

const shareOf = (before: Memory, during: Memory, count: number) => ({
  rss: Math.round((during.rss - before.rss) / count),
  heap: Math.round((during.heap - before.heap) / count),
  external: Math.round((during.external - before.external) / count),
})
