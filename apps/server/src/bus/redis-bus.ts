import { Redis } from 'ioredis'
import type { Bus, Heard } from './bus.ts'

const channel = 'humuus:versions'

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
  listener.subscribe(channel).catch(away)
  listener.on('message', (_channel: string, message: string) => {
    const [sessionId = '', version = ''] = message.split(' ')
    heard(sessionId, Number(version))
  })
  return {
    publish: (sessionId, version) => {
      if (speaker.status === 'ready') speaker.publish(channel, `${sessionId} ${version}`).catch(away)
    },
    trouble: () => (speaker.status === 'ready' && listener.status === 'ready' ? null : 'bus'),
    close: async () => {
      speaker.disconnect()
      listener.disconnect()
    },
  }
}
