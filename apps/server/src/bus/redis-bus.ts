import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import type { Bus, Heard } from './bus.ts'
import { channelOf, channels, revocations } from './channels.ts'
import { subscribe, type Way } from './subscription.ts'

/** Longest pause between attempts to reach Redis again. */
const longestPauseMs = 2_000

/** We speak to ourselves this often, and a Redis that let us hear nothing for so long does not work, whatever its connections say. */
const echoEveryMs = 2_000
const silentAfterMs = 6_000

/** Words on the way to Redis at most; more are not said. */
const mostUnderWay = 1_000

/**
 * The bus over Redis' publish and subscribe. While Redis is away nothing is queued: each room looks at the head of its log
 * every two seconds anyway.
 */
export function redisBus(url: string, heard: Heard, onError: (error: Error) => void): Bus {
  const options = {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // We do so ourselves: what comes back may be another Redis, with other commands.
    autoResubscribe: false,
    retryStrategy: (attempt: number) => Math.min(longestPauseMs, attempt * 100),
  }
  const speaker = new Redis(url, options)
  const listener = new Redis(url, options)
  const echo = `humuus:echo:${randomUUID()}`
  let isAway = false
  /** `null`: nobody listens yet. */
  let way: Way | null = null
  let underWay = 0
  let heardAt = performance.now()

  const away = (error: Error) => {
    if (!isAway) onError(error)
    isAway = true
  }
  for (const connection of [speaker, listener]) connection.on('error', away)
  listener.on('ready', () => {
    subscribe(listener, [...channels, echo]).then((found) => {
      way = found
      heardAt = performance.now()
      isAway = false
    }, away)
  })
  listener.on('close', () => {
    way = null
  })
  const hear = (channel: string, message: string) => {
    heardAt = performance.now()
    if (channel === echo) return
    if (channel === revocations) return heard.revoked()
    const [sessionId = '', version = ''] = message.split(' ')
    heard.version(sessionId, Number(version))
  }
  listener.on('message', hear)
  listener.on('smessage', hear)

  const isUp = () => speaker.status === 'ready' && way !== null
  const isSilent = () => performance.now() - heardAt > silentAfterMs
  const say = (channel: string, message: string) => {
    if (!isUp() || underWay >= mostUnderWay) return
    underWay++
    const said = way === 'sharded' ? speaker.spublish(channel, message) : speaker.publish(channel, message)
    said.catch(away).finally(() => {
      underWay--
    })
  }
  const echoing = setInterval(() => {
    say(echo, '')
    if (!isUp() || !isSilent()) return
    away(new Error('Redis takes words and brings none'))
    // The way there may be gone without anybody having been told: another connection finds out.
    for (const connection of [speaker, listener]) connection.disconnect(true)
  }, echoEveryMs)

  return {
    publish: (sessionId, version) => say(channelOf(sessionId), `${sessionId} ${version}`),
    revoked: () => say(revocations, ''),
    trouble: () => (isUp() && !isSilent() ? null : 'bus'),
    close: async () => {
      clearInterval(echoing)
      speaker.disconnect()
      listener.disconnect()
    },
  }
}
