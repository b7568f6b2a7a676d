/**
 * What it costs a server to hear of sessions that nobody follows there: `tsx --conditions=@humuus/source bench/bus.ts [thousand words]`. Every
 * server hears the versions of all sessions, so this is what limits how many servers share one Redis.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { loadavg } from 'node:os'
import { pause } from '@humuus/client'
import { openRig } from '@humuus/rig'
import { cpuSeconds } from './processes.ts'
import { figure, table } from './table.ts'

const thousands = Number(process.argv[2] ?? 200)
/** Of the sixteen that versions travel on. */
const channel = 'humuus:versions:0'

await using rig = await openRig({ servers: 1, redis: 'must', worker: false })
const { port } = new URL(rig.redis?.url ?? '')
const socket = connect({ host: '127.0.0.1', port: Number(port), noDelay: true })
await once(socket, 'connect')

const word = (text: string) => `$${text.length}\r\n${text}\r\n`
const command = () => `*3\r\n${word('SPUBLISH')}${word(channel)}${word(`${randomUUID()} 12`)}`

/** Says a thousand words; resolves when Redis has taken them, to how many listeners each of them reached. */
async function sayThousand(): Promise<number> {
  socket.write(Array.from({ length: 1_000 }, command).join(''))
  let answers = ''
  while (answers.split('\r\n').length <= 1_000) answers += String((await once(socket, 'data'))[0])
  return Number(answers.slice(1, answers.indexOf('\r')))
}

await sayThousand()
await pause(2_000)
const pids = [rig.servers[0]?.pid ?? null, rig.redis?.pid ?? null] as const
const used = () => pids.map((pid) => cpuSeconds([pid]))
const before = used()
let listeners = 0
for (let count = 0; count < thousands; count++) {
  listeners = await sayThousand()
  await pause(5)
}
await pause(1_000)
const [server = 0, redis = 0] = used().map(
  (after, index) => ((after - (before[index] ?? 0)) / (thousands * 1_000)) * 1e6,
)
console.log(
  table(
    ['a version of a session that nobody follows here', 'µs CPU'],
    [
      ['the server that hears it', figure(server)],
      ['Redis: taken, and given to one server', figure(redis)],
    ],
  ),
)
console.log(`\n${thousands},000 words to ${listeners} server; load of the machine ${loadavg()[0]?.toFixed(1)}`)
socket.destroy()
await rig[Symbol.asyncDispose]()
process.exit(0)
