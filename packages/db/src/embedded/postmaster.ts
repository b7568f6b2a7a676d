import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { DataFolder } from './data-folder.ts'
import { DataFolderInUse, DataFolderUnusable, PostgresFailed } from './errors.ts'
import { lockHolder } from './lock-file.ts'
import type { Programs } from './programs.ts'

/** A PostgreSQL that accepts connections. */
export interface Postmaster {
  /** Ends it in order and resolves when no process is left; again and again, if you like. */
  stop(): Promise<void>
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>
}

/** The port was taken between choosing and binding it. */
export class PortTaken extends PostgresFailed {}

/**
 * Runs the database as long as standard input stays open. The pipe closes when it is told to, and also when the process
 * that started it dies in any way, so that no database is ever left behind.
 */
const lease = `
exec 3<&0
"$@" </dev/null 3<&- &
database=$!
{ read -r _ <&3; kill -INT "$database"; } 2>/dev/null &
wait "$database"
kill "$!" 2>/dev/null
`

const patienceMs = { start: 120_000, stop: 20_000 }

/** Starts PostgreSQL on the folder's cluster; resolves when it accepts connections. */
export async function startPostmaster(
  folder: DataFolder,
  programs: Programs,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<Postmaster> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Its own process group: Ctrl-C in the terminal must reach it through us, after the servers have finished with it.
  const child = spawn('/bin/sh', ['-c', lease, 'sh', programs.postgres, '-D', folder.cluster, ...flags], {
    ...folder.user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.stdin.on('error', () => undefined)

  const lines: string[] = []
  const ready = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    createInterface(child.stderr).on('line', (line) => {
      log(line)
      if (lines.length < 200) lines.push(line)
      if (line.includes('database system is ready to accept connections')) resolve()
    })
    ended.then(() => failure(folder, lines).then(reject))
  })

  const stop = async () => {
    child.stdin.end()
    const impatience = setTimeout(() => void quitAtOnce(folder), patienceMs.stop)
    await ended
    clearTimeout(impatience)
  }
  const impatience = setTimeout(() => void stop(), patienceMs.start)
  await ready.finally(() => clearTimeout(impatience))
  return { stop, ended }
}

/** The last resort: PostgreSQL leaves without tidying up and recovers from its log at the next start. */
async function quitAtOnce(folder: DataFolder): Promise<void> {
  const pid = await lockHolder(folder.cluster)
  try {
    if (pid !== null) process.kill(pid, 'SIGQUIT')
  } catch {
    // It has ended in the meantime, which is all that was wanted.
  }
}

/** What PostgreSQL's last words mean. */
async function failure(folder: DataFolder, lines: readonly string[]): Promise<Error> {
  const text = lines.join('\n')
  if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(text)) {
    return new DataFolderInUse(folder.path, await lockHolder(folder.cluster))
  }
  if (text.includes('could not create any TCP/IP sockets')) return new PortTaken('the port is taken')
  if (text.includes('incompatible with server')) {
    return new DataFolderUnusable(folder.path, `it was made by another version of PostgreSQL\n${text}`)
  }
  return new PostgresFailed(`PostgreSQL did not start: ${text === '' ? 'it said nothing' : text}`)
}
