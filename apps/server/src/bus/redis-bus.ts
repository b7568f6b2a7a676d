import { Redis } from 'ioredis'
import type { Bus, Heard } from './bus.ts'

const versions = 'humuus:versions'
const revocations = 'humuus:revoked'

/** Longest pause between attempts to reach Redis again. */
const longestPauseMs = 2_000

/**
 * The bus over Redis' publish and subscribe. While Redis is away nothing is queued: each room looks at the head of its log
 * every two seconds anyway.
 */
export function redisBus(url: string, heard: Heard, onError: (error: Error) => void): Bus {
  const options = {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt: number) => Math.min(longestPauseMs, attempt * 100),
  }
  const speaker = new Redis(url, options)
  // Subscriptions made before the connection stands wait for it, and are made again after each break.
  const listener = new Redis(url, { ...options, enableOfflineQueue: true, maxRetriesPerRequest: null })
  let isAway = false
  const away = (error: Error) => {
    if (!isAway) onError(error)
    isAway = true
  }
  for (const connection of [speaker, listener]) connection.on('error', away)
  speaker.on('ready', () => {
    isAway = false
  })
  listener.subscribe(versions, revocations).catch(away)
  listener.on('message', (channel: string, message: string) => {
    if (channel === revocations) return heard.revoked()
    const [sessionId = '', version = ''] = message.split(' ')
    heard.version(sessionId, Number(version))
  })
  const say = (channel: string, message: string) => {
    if (speaker.status === 'ready') speaker.publish(channel, message).catch(away)
  }
  return {
    publish: (sessionId, version) => say(versions, `${sessionId} ${version}`),
    revoked: () => say(revocations, ''),
    trouble: () => (speaker.status === 'ready' && listener.status === 'ready' ? null : 'bus'),
    close: async () => {
      speaker.disconnect()
      listener.disconnect()
    },
  }
}
