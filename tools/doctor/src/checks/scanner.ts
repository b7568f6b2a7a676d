import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { bad, type Finding, good, off, warn } from '../finding.ts'
import { archiveOf, testFile } from './test-files.ts'

const oldDays = 7
const patienceMs = 30_000

interface Scanner {
  readonly clamavUrl: string | null
  readonly maxFileBytes: number
}

/** The virus scanner: that it finds what it has to find, and takes files as large as people may give. */
export async function scanner({ clamavUrl, maxFileBytes }: Scanner): Promise<Finding[]> {
  if (clamavUrl === null) return [off('none: files are shown as not scanned')]
  const version = await ask(clamavUrl, async (socket) => void socket.write('zVERSION\0'))
  const found = await ask(clamavUrl, (socket) => stream(socket, [testFile]))
  const large = await ask(clamavUrl, (socket) => stream(socket, archiveOf(maxFileBytes))).catch(hungUp)
  return [
    age(version, Date.now()),
    found.includes('FOUND')
      ? good('it finds the test signature')
      : bad('it does not find the test signature', 'its signatures are missing: run freshclam'),
    sizes(large, maxFileBytes),
  ]
}

/** What is larger than it looks into counts as clean: whether the end was looked at is what has to be known. */
function sizes(answer: string, bytes: number): Finding {
  const todo = `set StreamMaxLength and MaxFileSize to more than ${bytes} in clamd.conf`
  const size = `files of ${bytes / 1_000_000} MB`
  if (answer.includes('FOUND')) return good(`it takes ${size}, and looks into them`)
  if (answer.endsWith('OK')) return bad(`it takes ${size} without looking into them`, todo)
  return bad(`it does not take ${size} (${answer})`, todo)
}

/** Of what is too long its last words may be lost to whoever is still writing. */
function hungUp(error: NodeJS.ErrnoException): string {
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return 'it hangs up'
  throw error
}

/** `ClamAV 1.4.3/27800/Mon Nov 24 09:00:00 2026` */
function age(version: string, now: number): Finding {
  const [name = version, , made = ''] = version.split('/')
  const days = Math.floor((now - Date.parse(`${made} UTC`)) / 86_400_000)
  if (Number.isNaN(days)) return warn(`${name}, it does not tell how old its signatures are`, 'see that freshclam runs')
  const says = `${name}, signatures of ${days} days ago`
  return days > oldDays ? warn(says, 'new viruses are not found: see why freshclam does not run') : good(says)
}

/** Says something and resolves with the whole answer. */
async function ask(url: string, say: (socket: Socket) => Promise<void>): Promise<string> {
  const { hostname, port, protocol, pathname } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const target = protocol === 'unix:' ? { path: pathname } : { host, port: Number(port) || 3310 }
  const socket = connect({ ...target, timeout: patienceMs })
  socket.once('timeout', () => socket.destroy(new Error('it takes too long to answer')))
  try {
    await once(socket, 'connect')
    const answer = whole(socket)
    // It may have answered, and hung up, before it has heard all.
    await say(socket).catch(() => undefined)
    return await answer
  } finally {
    socket.destroy()
  }
}

async function whole(socket: Socket): Promise<string> {
  let text = ''
  for await (const part of socket) text += part
  return text.replace(/\0/g, '').trim()
}

async function stream(socket: Socket, parts: Iterable<Buffer>): Promise<void> {
  socket.write('zINSTREAM\0')
  for (const part of parts) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.length)
    socket.write(length)
    // One that hangs up wants no more of it.
    if (!socket.write(part)) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
    if (socket.destroyed) return
  }
  socket.write(Buffer.alloc(4))
}
