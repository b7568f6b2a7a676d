import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { System } from './system.ts'

/** A link that makes whoever opens it the admin, as whoever runs the server gets it. */
export async function claimLink(system: System, data: string): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'admin'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, HUMUUS_DATA: data, PORT: new URL(system.url).port },
  })
  const path = /\/admin\/claim#\S+/.exec(stdout)?.[0]
  if (path === undefined) throw new Error(`no link in: ${stdout}`)
  return system.url + path
}
