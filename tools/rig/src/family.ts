import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The processes that one has started and that still run. */
export async function childrenOf(parent: number): Promise<number[]> {
  const all = process.platform === 'linux' ? await fromProc() : await fromPs()
  return all.filter(([, itsParent]) => itsParent === parent).map(([pid]) => pid)
}

type Process = readonly [pid: number, parent: number]

async function fromProc(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      // `pid (name) state parent …`, and a name may hold spaces and brackets.
      const [, parent] = line.slice(line.lastIndexOf(')') + 2).split(' ')
      return [Number(pid), Number(parent)] as const
    }),
  )
}

async function fromPs(): Promise<Process[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid='])
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent] = line.trim().split(/\s+/)
      return [Number(pid), Number(parent)] as const
    })
}
