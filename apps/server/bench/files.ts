/**
 * What files cost: `tsx --conditions=@humuus/source bench/files.ts [rounds] [expiry]`. Upload through us and through a bare `@tus/server`
 * (same storage, same machine, in turns), download from us and from nginx (or a bare Node where there is none), memory under
 * fifty uploads at once, and the time that ten thousand deletions take.
 */
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { connect } from '@humuus/client'
import { openDatabase } from '@humuus/db'
import { postgresForTests } from '@humuus/db/testing'
import { openStorage, variantKey } from '@humuus/files'
import { workerHeader } from '../src/identity/worker-secret.ts'
import { filesWorkshop } from '../src/testing/file-world.ts'
import { serverProcess } from '../src/testing/server-process.ts'
import { aRecording, uploader } from '../src/testing/uploader.ts'
import { newcomer, visitor } from '../src/testing/visitor.ts'

const rounds = Number(process.argv[2] ?? 10)
const megabyte = 1_048_576
const large = aRecording(50 * megabyte)
const small = aRecording(5 * megabyte)

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const perSecond = (bytes: number, ms: number): number => bytes / megabyte / (ms / 1_000)
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const folder = await mkdtemp(join(tmpdir(), 'humuus-bench-'))
await using database = await postgresForTests()
const quotas = { PERSON_QUOTA_MB: '1000000', SESSION_QUOTA_MB: '1000000' }
const filesDir = join(folder, 'files')
await using server = await serverProcess(database.url, { FILES_DIR: filesDir, ...quotas })
const db = openDatabase(database.url)
const storage = await openStorage({ dir: filesDir })

await using host = await connect({ url: server.url })
const made = await host.trpc.workshops.create.mutate({ file: filesWorkshop })
if (!made.ok) throw new Error('the workshop is none')
const { sessionId } = await host.trpc.sessions.create.mutate({ workshopId: made.id, hostName: 'Hal' })
for (const type of ['open_lobby', 'start'] as const) await host.send(sessionId, { type })
const target = { session: sessionId, node: 'photos' }

async function giver() {
  const person = await newcomer(server.url)
  await person.trpc.sessions.join.mutate({ sessionId, commandId: randomUUID(), name: 'Ann' })
  return uploader(server.url, person.token)
}

const bare = spawn(
  process.execPath,
  [
    ...['--conditions=@humuus/source', '--import', 'tsx'],
    ...[fileURLToPath(new URL('bare-servers.ts', import.meta.url)), join(folder, 'bare')],
  ],
  { stdio: ['pipe', 'pipe', 'inherit'] },
)
const bareUrl = `http://127.0.0.1:${String((await once(bare.stdout, 'data'))[0]).trim()}`

async function uploads(): Promise<void> {
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const person = await giver()
    times.ours.push(await timed(() => person.whole(target, 'a.wav', large)))
    times.bare.push(await timed(() => uploader(bareUrl, null).whole({}, 'a.wav', large)))
  }
  const [ours, theirs] = [perSecond(large.length, median(times.ours)), perSecond(large.length, median(times.bare))]
  console.log(
    `upload of 50 MB     ${ours.toFixed(0)} MB/s, bare @tus/server ${theirs.toFixed(0)} MB/s (${(ours / theirs).toFixed(2)})`,
  )
}

const memoryOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024
}

async function memory(bytes: Buffer, name: string): Promise<void> {
  const pid = server.process.pid ?? 0
  const people = await Promise.all(Array.from({ length: 25 }, giver))
  const before = await memoryOf(pid)
  let most = before
  const looking = setInterval(() => void memoryOf(pid).then((now) => (most = Math.max(most, now))), 50)
  const ms = await timed(() =>
    Promise.all(people.flatMap((one) => [0, 1].map(() => one.whole(target, 'a.wav', bytes)))),
  )
  clearInterval(looking)
  console.log(
    `50 uploads of ${name} at once: ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most, ${perSecond(50 * bytes.length, ms).toFixed(0)} MB/s`,
  )
}

async function nginx(root: string): Promise<{ url: string; stop(): void } | null> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const config = join(folder, 'nginx.conf')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (one) => `${one}_temp_path ${folder}/${one};`,
  )
  const site = `server { listen 127.0.0.1:${port}; root ${root}; sendfile on; }`
  await writeFile(
    config,
    `user root; daemon off; pid ${folder}/nginx.pid; error_log stderr crit; events {} http { access_log off; ${temporary.join(' ')} ${site} }`,
  )
  const child = spawn('nginx', ['-c', config], { stdio: ['ignore', 'inherit', 'inherit'] })
  const isThere = await Promise.race([
    once(child, 'error').then(() => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(child.exitCode === null), 1_000)),
  ])
  return isThere ? { url: `http://127.0.0.1:${port}`, stop: () => child.kill() } : null
}

async function fetched(url: string): Promise<void> {
  const response = await fetch(url)
  let size = 0
  for await (const piece of response.body ?? []) size += piece.length
  if (size !== large.length) throw new Error(`${url} gave ${size} bytes`)
}

async function downloads(): Promise<void> {
  const person = await giver()
  const fileId = await person.whole(target, 'a.wav', large)
  const worker = visitor(server.url, { [workerHeader]: 'b'.repeat(32) })
  const key = variantKey(fileId, 'full', 'wav')
  await storage.write(key, Readable.from([large]), { type: 'audio/wav' })
  const digest = createHash('sha256').update(large).digest('hex')
  const variant = { variant: 'full', key, type: 'audio/wav', size: large.length, digest } as const
  await worker.internal.fileDerived.mutate({ fileId, variants: [variant] })
  const { links } = await host.trpc.files.links.query({ sessionId, role: 'host', ids: [fileId] })
  const ours = `${server.url}${links[0]?.full}`
  const root = join(folder, 'bare')
  await mkdir(root, { recursive: true })
  await writeFile(join(root, 'file.wav'), large)
  const proxy = await nginx(root)
  const theirs = `${proxy?.url ?? bareUrl}/file.wav`
  const times = { ours: [] as number[], theirs: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await timed(() => fetched(ours)))
    times.theirs.push(await timed(() => fetched(theirs)))
  }
  proxy?.stop()
  const [a, b] = [perSecond(large.length, median(times.ours)), perSecond(large.length, median(times.theirs))]
  console.log(
    `download of 50 MB   ${a.toFixed(0)} MB/s, ${proxy ? 'nginx' : 'bare Node'} ${b.toFixed(0)} MB/s (${(a / b).toFixed(2)})`,
  )
}

async function expiry(count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => randomUUID())
  const old = new Date(Date.now() - 86_400_000)
  const forms = ['thumb', 'screen', 'full'] as const
  // As the storage has them, and not one by one safe from power cuts.
  for (const id of ids) {
    await mkdir(join(filesDir, id))
    await Promise.all(forms.map((form) => writeFile(join(filesDir, variantKey(id, form, 'jpg')), Buffer.alloc(100))))
  }
  const about = { type: 'image/jpeg', size: 100, digest: 'a'.repeat(64) }
  const rows = ids.map((id) => ({
    ...{ id, ownerId: randomUUID(), purpose: 'answer', name: 'a.jpg', kind: 'picture', type: 'image/jpeg', size: 100 },
    ...{ state: 'clean', finishedAt: old, preparedAt: old, expiresAt: old },
    variants: forms.map((variant) => ({ variant, key: variantKey(id, variant, 'jpg'), ...about })),
  }))
  for (let at = 0; at < count; at += 1_000) await db.prisma.file.createMany({ data: rows.slice(at, at + 1_000) })
  const worker = visitor(server.url, { [workerHeader]: 'b'.repeat(32) })
  let removed = 0
  const ms = await timed(async () => {
    for (let more = true; more; ) {
      const run = await worker.internal.expireFiles.mutate({ limit: 500 })
      removed += run.removed
      more = run.more
    }
  })
  console.log(`expiry of ${removed} files with three forms each: ${(ms / 1_000).toFixed(1)} s`)
}

try {
  if (!process.argv.includes('expiry')) {
    await uploads()
    await downloads()
    await memory(small, '5 MB')
    await memory(large, '50 MB')
  }
  await expiry(10_000)
} finally {
  bare.stdin.end()
  await db.close()
  await rm(folder, { recursive: true, force: true })
}
