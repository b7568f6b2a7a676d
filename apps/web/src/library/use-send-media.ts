import type { ApiRejection } from '@humuus/api'
import { useRef, useState } from 'react'
import type { Sending } from '../files/sending/send-file.ts'
import { uuid } from '../identity/uuid.ts'
import { useLiveClient } from '../live/live-context.ts'

interface SendingMedia {
  /** How much has arrived; `null`: nothing is on its way. */
  readonly percent: number | null
  readonly refusal: ApiRejection | null
  send(file: File): void
}

/** A desk has a network: where it breaks off, it is said, and the picture sent again by hand. */
export function useSendMedia(workshopId: string, onArrived: () => void): SendingMedia {
  const { headers } = useLiveClient()
  const [percent, setPercent] = useState<number | null>(null)
  const [refusal, refuse] = useState<ApiRejection | null>(null)
  const running = useRef<Sending | null>(null)
  const ended = (why: ApiRejection | null) => {
    running.current = null
    setPercent(null)
    refuse(why)
  }
  const send = async (file: File) => {
    setPercent(0)
    refuse(null)
    try {
      const { tusSender } = await import('../files/sending/send-file.ts')
      const { name, type } = file
      running.current = tusSender(headers).send(
        { id: uuid(), name, type, url: null, place: { workshop: workshopId } },
        file,
        {
          located: () => undefined,
          progress: (sent) => setPercent(Math.floor((100 * sent) / file.size)),
          arrived() {
            ended(null)
            onArrived()
          },
          failed: ({ rejection }) => ended(rejection ?? { code: 'unavailable' }),
        },
      )
    } catch {
      ended({ code: 'unavailable' })
    }
  }
  return { percent, refusal, send: (file) => void send(file) }
}
