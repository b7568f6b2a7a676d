import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { inRepository } from '../repository.mjs'
import { launchCommand } from './launcher.ts'
import { freePort, scratchFolder } from './scratch.ts'

const program = (name: string) => inRepository('tools', 'start', 'src', `${name}.mjs`)

/** A data folder and a port of one's own, and what can be asked of the server that runs there. */
export async function installation() {
  const data = scratchFolder()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { HUMUUS_DATA: data.path, PORT: String(port) }
  const pidFile = `${data.path}/postgres/cluster/postmaster.pid`
  /** The database's process; null while there is none. */
  const postmaster = () => (existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) || null : null)

  async function call(path: string, token: string, input?: unknown) {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const body = input === undefined ? {} : { method: 'POST', body: JSON.stringify(input) }
    const answer = JSON.parse(await (await fetch(`${url}/trpc/${path}`, { headers, ...body })).text())
    return answer.result.data
  }
  return {
    data: data.path,
    url,
    postmaster,
    start: (command = 'start', ...args: string[]) => launchCommand([process.execPath, program(command), ...args], env),
    npmStart: () => launchCommand(['npm', 'start'], env),
    isReady: () =>
      fetch(`${url}/readyz`).then(
        (response) => response.ok,
        () => false,
      ),
    /** A new device's token. */
    signIn: async (): Promise<string> => {
      const device = { deviceId: randomUUID(), secret: randomBytes(32).toString('base64url'), delivery: 'bearer' }
      return (await call('auth.device', '', device)).token
    },
    me: (token: string) => call('auth.me', token),
    library: (token: string): Promise<{ id: string; title: string }[]> => call('workshops.list', token),
    becomeAdmin: (token: string, key: string) => call('account.becomeAdmin', token, { key }),
    rename: (token: string, name: string) => call('account.update', token, { name }),
    /** A session of this workshop. */
    open: (token: string, workshopId: string): Promise<{ code: string }> =>
      call('sessions.create', token, { workshopId, hostName: 'Hal' }),
    /** The id of a workshop of one's own. */
    create: async (token: string, title: string): Promise<string> => {
      const file = { format: 'humuus/1', title, nodes: [{ id: 'end', type: 'end', data: {} }] }
      return (await call('workshops.create', token, { file })).id
    },
    /** A picture for a workshop, which the worker then looks at. */
    upload: async (token: string, workshop: string, name: string, bytes: Buffer): Promise<void> => {
      const file = randomUUID()
      const said = Object.entries({ file, name, workshop })
      const sent = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' }
      const announced = said.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',')
      const begun = await fetch(`${url}/files/uploads`, {
        method: 'POST',
        headers: { ...sent, 'upload-length': String(bytes.length), 'upload-metadata': announced },
      })
      if (begun.status !== 201) throw new Error(await begun.text())
      const taken = await fetch(`${url}/files/uploads/${file}`, {
        method: 'PATCH',
        headers: { ...sent, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
        body: Uint8Array.from(bytes),
      })
      if (taken.status !== 204) throw new Error(await taken.text())
    },
    /** Pictures for workshops; `url` is null until they are ready. */
    media: (token: string): Promise<{ name: string; url: string | null }[]> => call('files.media', token),
    [Symbol.dispose]: data[Symbol.dispose],
  }
}
