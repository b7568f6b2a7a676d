import { readFile, statfs } from 'node:fs/promises'
import { bad, type Finding, good, warn } from '../finding.ts'

const [major, minor] = process.versions.node.split('.').map(Number)
const enough = { fewOpenFiles: 4_096, listenQueue: 1_024, freeBytes: 2e9, leastFreeBytes: 300e6 } as const

/** The machine: Node, limits of the system, the disk of the data folder. */
export async function machine({ dataFolder }: { dataFolder: string | null }): Promise<Finding[]> {
  return [node(), ...(await limits()), ...(dataFolder === null ? [] : [await disk(dataFolder)])]
}

function node(): Finding {
  const isRecent = (major ?? 0) > 20 || (major === 20 && (minor ?? 0) >= 19)
  const says = `Node.js ${process.versions.node}`
  return isRecent ? good(says) : bad(says, 'install Node.js 20.19 or newer')
}

/** What Linux tells; elsewhere nothing is said. */
async function limits(): Promise<Finding[]> {
  const read = (path: string) => readFile(path, 'utf8').catch(() => null)
  const findings: Finding[] = []
  const open = /^Max open files\s+(\d+|unlimited)/m.exec((await read('/proc/self/limits')) ?? '')?.[1]
  if (open !== undefined) {
    const says = `${open} open files`
    // One phone is one connection.
    const isEnough = open === 'unlimited' || Number(open) >= enough.fewOpenFiles
    findings.push(
      isEnough
        ? good(says)
        : warn(says, 'each phone takes one: raise it with ulimit -n 65536, or LimitNOFILE in systemd'),
    )
  }
  const queue = await read('/proc/sys/net/core/somaxconn')
  if (queue !== null) {
    const says = `${queue.trim()} connections may wait`
    const isEnough = Number(queue) >= enough.listenQueue
    findings.push(isEnough ? good(says) : warn(says, 'when all come back at once: sysctl net.core.somaxconn=4096'))
  }
  return findings
}

async function disk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const says = `${(free / 1e9).toFixed(1)} GB free for ${folder}`
  if (free < enough.leastFreeBytes) return bad(says, 'nothing new is begun any more: make room')
  return free < enough.freeBytes ? warn(says, 'files and answers need room: make some soon') : good(says)
}
