import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { brokenFrames, frame } from './frames.ts'
import { httpVisit } from './http-visit.ts'
import type { Judge } from './judge.ts'
import { nastyValue } from './nasty.ts'
import { type Json, toText } from './raw-json.ts'
import { RawSocket } from './raw-socket.ts'
import { someRequest } from './requests.ts'
import { connectionParams } from './tokens.ts'
import type { Visit } from './visit.ts'

/** A connection that should have been cut within this has not been. */
const cutWithinMs = 15_000

/** Answers that come later than this after the last request are not waited for. */
const quietMs = 150

/** Says hello and asks this and that, most of it wrong. */
async function talk({ target, random, judge, sent }: Visit): Promise<void> {
  const socket = await RawSocket.open(target.url, '?connectionParams=1')
  if (socket === null) return judge.object('a connection was not taken', 'talk')
  socket.say(toText({ method: 'connectionParams', data: connectionParams(target, random) }))
  sent()
  const asked: string[] = []
  const count = 20 + random.below(70)
  for (let index = 0; index < count && socket.isOpen; index++) {
    const id: Json = random.next() < 0.9 ? index + 1 : random.pick<Json>([1, 'text', null, -1, 1.5, nastyValue(random)])
    const request = random.next() < 0.06 ? { id, method: 'subscription.stop' } : someRequest(target, random, id)
    const text = toText(request)
    asked.push(text)
    socket.write(random.next() < 0.05 ? inPieces(text) : frame(text, { opcode: random.next() < 0.03 ? 2 : 1 }))
    sent()
    if (index % 10 === 9) await socket.news(5)
  }
  await hear(socket, judge, asked)
  if (socket.code !== null) judge.ended(String(socket.code))
  if (random.next() < 0.5) socket.write(frame(Buffer.from([0x03, 0xe8]), { opcode: 8 }))
  socket.destroy()
}

/** One message in several frames. */
function inPieces(text: string): Buffer {
  const bytes = Buffer.from(text)
  const middle = Math.floor(bytes.length / 2)
  return Buffer.concat([
    frame(bytes.subarray(0, middle), { fin: false }),
    frame('', { opcode: 9 }),
    frame(bytes.subarray(middle), { opcode: 0 }),
  ])
}

async function hear(socket: RawSocket, judge: Judge, asked: readonly string[]): Promise<void> {
  do {
    await socket.news(quietMs)
    const texts = socket.texts.splice(0)
    for (const text of texts) judge.answer(text, requestOf(text, asked))
    if (texts.length === 0) return
  } while (socket.isOpen)
}

/** The request an answer belongs to, where its id tells. */
function requestOf(answer: string, asked: readonly string[]): string {
  const id = /^\{"id":(\d+)/.exec(answer)?.[1]
  return (id === undefined ? asked.at(-1) : asked[Number(id) - 1]) ?? ''
}

/** Breaks a rule of the WebSocket protocol, and has to be shown the door with a code. */
async function breakFrames({ target, random, judge, sent }: Visit): Promise<void> {
  const socket = await RawSocket.open(target.url)
  if (socket === null) return judge.object('a connection was not taken', 'break')
  const { name, bytes, codes } = brokenFrames(random)
  socket.write(bytes)
  sent()
  if (!(await socket.ended(cutWithinMs))) judge.object('a broken frame was taken', name)
  else if (socket.code !== null && !codes.includes(socket.code))
    judge.object(`a broken frame ended with ${socket.code}`, name)
  judge.ended(String(socket.code ?? 'reset'))
  socket.destroy()
}

/** More than anybody can tap, one by one or many to a frame. */
async function flood({ target, random, judge, sent }: Visit): Promise<void> {
  const socket = await RawSocket.open(target.url)
  if (socket === null) return judge.object('a connection was not taken', 'flood')
  const text = random.pick([
    'PING',
    '{"id":1,"method":"query","params":{"path":"sessions.clock"}}',
    '{',
    `[${'1,'.repeat(3_000)}1]`,
  ])
  const all = frame(text)
  for (let index = 0; index < 200; index++) socket.write(all)
  sent(200)
  if (!(await socket.ended(cutWithinMs))) judge.object('a flood was taken', text.slice(0, 20))
  await hear(socket, judge, [text])
  judge.ended(String(socket.code ?? 'reset'))
  socket.destroy()
}

/** As many views as fit, all over one connection, and stops for more than there are. */
async function crowd({ target, random, judge, sent }: Visit): Promise<void> {
  const socket = await RawSocket.open(target.url)
  if (socket === null) return judge.object('a connection was not taken', 'crowd')
  const { sessionId, screenKey } = target.own
  for (let index = 0; index < 110; index++) {
    const input = {
      sessionId,
      role: 'screen',
      screenKey,
      lastEventId: random.pick(['0', '5', '999999999999999', null]),
    }
    const id = random.next() < 0.1 ? 1 : index + 1
    socket.say(toText({ id, method: 'subscription', params: { path: 'sessions.live', input } }))
    if (random.next() < 0.05) socket.say(toText({ id: 10_000 + index, method: 'subscription.stop' }))
  }
  sent(115)
  await hear(socket, judge, [])
  socket.destroy()
}

/** Looks at everything and reads nothing for a while. */
async function readNothing({ target, random, judge, sent }: Visit): Promise<void> {
  const socket = await RawSocket.open(target.url)
  if (socket === null) return judge.object('a connection was not taken', 'read nothing')
  socket.socket.pause()
  const { sessionId, screenKey } = target.own
  for (let id = 1; id <= 40; id++)
    socket.say(
      toText({
        id,
        method: 'subscription',
        params: { path: 'sessions.live', input: { sessionId, role: 'screen', screenKey } },
      }),
    )
  sent(40)
  await pause(500 + random.below(4_000))
  socket.socket.resume()
  await hear(socket, judge, [])
  socket.destroy()
}

/** Connections that say nothing, half a handshake, or a header without an end. */
async function halfOpen({ target, random, judge, sent }: Visit): Promise<void> {
  const { hostname, port } = new URL(target.url)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.on('error', () => {})
  socket.on('data', (bytes) => {
    if (!bytes.toString('latin1').startsWith('HTTP/1.1 '))
      judge.object('an answer that is no HTTP', bytes.toString('latin1'))
  })
  socket.write(
    random.pick([
      '',
      'GET /trpc HTTP/1.1\r\nHost: x\r\n',
      'GET /trpc HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: x\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\n${'x-endless: yes\r\n'.repeat(2_000)}`,
      'POST /trpc/auth.device HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{',
      'POST /trpc/auth.device HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n',
      'GET /trpc HTTP/9.9\r\n\r\n',
      '\u0000\u0001\u0002\u0003',
    ]),
  )
  sent()
  await pause(20 + random.below(400))
  socket.destroy()
}

/** In and out, again and again, often before the handshake is over. */
async function storm({ target, random, sent }: Visit): Promise<void> {
  await Promise.all(
    Array.from({ length: 25 }, async () => {
      sent()
      const socket = await RawSocket.open(target.url, random.pick(['', '?connectionParams=1', '?connectionParams=x']))
      if (random.next() < 0.5) socket?.say('{"id":1,"method":"query","params":{"path":"auth.me"}}')
      socket?.destroy()
    }),
  )
}

/** What an intruder may do, as often as the weights say. */
const kinds: readonly { readonly weight: number; readonly visit: (visit: Visit) => Promise<void> }[] = [
  { weight: 50, visit: talk },
  { weight: 12, visit: breakFrames },
  { weight: 4, visit: flood },
  { weight: 4, visit: crowd },
  { weight: 3, visit: readNothing },
  { weight: 6, visit: halfOpen },
  { weight: 2, visit: storm },
  { weight: 12, visit: httpVisit },
]

export function someVisit(visit: Visit): Promise<void> {
  let ticket = visit.random.below(kinds.reduce((sum, { weight }) => sum + weight, 0))
  const chosen = kinds.find(({ weight }) => {
    ticket -= weight
    return ticket < 0
  })
  return chosen?.visit(visit) ?? Promise.resolve()
}
