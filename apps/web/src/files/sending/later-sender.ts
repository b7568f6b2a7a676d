import type { Sender } from './send-file.ts'

/** A sender whose code is fetched when the first file is sent, or before; while it cannot be fetched, an attempt has failed. */
export function laterSender(load: () => Promise<Sender>): Sender {
  return {
    send(upload, bytes, news) {
      let isOver = false
      let stop = () => {
        isOver = true
      }
      load().then(
        (sender) => {
          if (!isOver) stop = sender.send(upload, bytes, news).stop
        },
        () => {
          if (!isOver) news.failed({ rejection: null, status: null })
        },
      )
      return { stop: () => stop() }
    },
    discard: async (url) => {
      await load().then(
        (sender) => sender.discard(url),
        () => undefined,
      )
    },
  }
}
