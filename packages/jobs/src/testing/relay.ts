import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A wire to a database that can be cut. */
export interface Relay extends AsyncDisposable {
  /** Address of the database through the wire. */
  readonly url: string
  /** Ends every connection and refuses new ones. */
  cut(): Promise<void>
  /** Lets new connections through again. */
  mend(): Promise<void>
}

/** Puts a wire before the database at `url`. It begins mended. */
export async function relayTo(url: string): Promise<Relay> {
  const target = new URL(url)
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.once('close', () => open.delete(socket)).on('error', () => undefined)
    }
    near.pipe(far).pipe(near)
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  })
  const listen = (port: number) => once(server.listen(port, '127.0.0.1'), 'listening')
  await listen(0)
  const { port } = server.address() as AddressInfo

  async function cut(): Promise<void> {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of open) socket.destroy()
    await closed
  }
  const near = new URL(url)
  near.host = `127.0.0.1:${port}`
  return { url: near.href, cut, mend: async () => void (await listen(port)), [Symbol.asyncDispose]: cut }
}
