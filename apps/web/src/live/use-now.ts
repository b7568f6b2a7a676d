import { useEffect, useState } from 'react'
import { useLiveClient } from './live-context.ts'
import { useServerNow } from './use-server-now.ts'

/** The server's time, epoch ms, drawn anew every `intervalMs`; a hidden page does not tick, and is right again when shown. */
export function useNow(intervalMs: number): number {
  const { signals } = useLiveClient()
  const now = useServerNow()
  const [, tick] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined
    const draw = () => tick((count) => count + 1)
    const run = () => {
      clearInterval(timer)
      timer = signals.isVisible() ? setInterval(draw, intervalMs) : undefined
    }
    const stop = signals.on((signal) => {
      run()
      if (signal === 'shown' || signal === 'woke') draw()
    })
    run()
    return () => {
      stop()
      clearInterval(timer)
    }
  }, [signals, intervalMs])
  return now()
}
