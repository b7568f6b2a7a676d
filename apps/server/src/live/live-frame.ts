import type { LiveText } from '@humuus/api'
import { textFrame } from './text-frame.ts'

/** Frames by text and by the number of the subscription: everybody whose client counts the same is sent the same bytes. */
const frames = new WeakMap<LiveText, Map<unknown, Buffer>>()

/** A message of a tracked subscription as tRPC puts it on a WebSocket. `id`: the client's number of the subscription, as JSON. */
export function liveFrame(id: string, text: LiveText): Buffer {
  const known = frames.get(text) ?? new Map<unknown, Buffer>()
  frames.set(text, known)
  const frame = known.get(id) ?? textFrame(enveloped(id, text))
  known.set(id, frame)
  return frame
}

const enveloped = (id: string, { version, json }: LiveText): string =>
  `{"id":${id},"result":{"type":"data","data":{"id":"${version}","data":${json}},"id":"${version}"}}`
