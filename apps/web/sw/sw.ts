import type { Parcel } from './parcel.ts'
import { isInSession, requestKind } from './request-kind.ts'

declare const self: ServiceWorkerGlobalScope
/** Written in by the build. */
declare const __PARCEL__: Parcel
const parcel = __PARCEL__

/** Slower than this, the page that is kept is shown; what it needs from the server it waits for with words. */
const patienceMs = 4_000

const mine = `humuus-${parcel.version}`
const ofOurs = async () => (await caches.keys()).filter((name) => name.startsWith('humuus-'))
const anyVariant = { ignoreVary: true } as const

self.addEventListener('install', (event) => {
  event.waitUntil(install())
})
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetOld(), self.clients.claim()]))
})
self.addEventListener('message', (event) => {
  const { data } = event
  if (data === 'take over') void self.skipWaiting()
  else if (Array.isArray(data?.used)) event.waitUntil(keepUsed(data.used))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const kind = requestKind(request, self.location.origin, parcel)
  if (kind === 'page') event.respondWith(page(request))
  else if (kind !== 'none') event.respondWith(part(request, kind === 'useful'))
  if (request.mode === 'navigate') event.waitUntil(letNextTakeOver(event.resultingClientId))
})

/** Keeps all of this version or nothing. It takes over at once only where nobody is in a session. */
async function install(): Promise<void> {
  const cache = await caches.open(mine)
  await cache.addAll(parcel.always.map((path) => new Request(path, { cache: 'no-cache' })))
  if (!(await isAnybodyInSession(null))) await self.skipWaiting()
}

/** The version before this one stays: pages that are still open need its parts, and the server has them no more. */
async function forgetOld(): Promise<void> {
  const names = await ofOurs()
  const older = names.slice(0, names.indexOf(mine))
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)))
}

/** A newer version waits until nobody is in a session; a page that is just being opened does not count. */
async function letNextTakeOver(opening: string): Promise<void> {
  const next = self.registration.waiting
  if (next !== null && !(await isAnybodyInSession(opening))) next.postMessage('take over')
}

async function isAnybodyInSession(but: string | null): Promise<boolean> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return open.some(({ id, url }) => id !== but && isInSession(url))
}

/** From the server; without one, or while it stumbles, what is kept. */
async function page(request: Request): Promise<Response> {
  const network = fetch(request)
  const kept = await (await caches.open(mine)).match(parcel.shell, anyVariant)
  if (kept === undefined) return network
  const response = await Promise.race([network.catch(() => null), pause(patienceMs)])
  return response !== null && response.status < 500 ? response : kept
}

async function part(request: Request, isUseful: boolean): Promise<Response> {
  const cache = await caches.open(mine)
  const kept = (await cache.match(request, anyVariant)) ?? (await caches.match(request, anyVariant))
  if (kept !== undefined) return kept
  const response = await fetch(request)
  if (isUseful && response.ok) await cache.put(request, response.clone())
  return response
}

/** What a page had fetched before there was a service worker. */
async function keepUsed(paths: readonly unknown[]): Promise<void> {
  const cache = await caches.open(mine)
  const wanted = parcel.onceUsed.filter((path) => paths.includes(path))
  await Promise.all(wanted.map(async (path) => (await cache.match(path)) ?? cache.add(path)))
}

const pause = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms))
