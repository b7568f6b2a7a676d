/** The windows of this browser, as far as they show the same person. */
export interface Windows {
  /** The person goes on here: other windows rest, even those that cannot hear it from the server. */
  goOnHere(sessionId: string): void
  /** Calls back when the person went on elsewhere with this session, until the returned function is called. */
  onElsewhere(sessionId: string, listener: () => void): () => void
}

interface WentOn {
  readonly sessionId: string
  readonly userId: string
}

interface WindowsNeeds {
  /** Reaches the other windows of this browser; `null` where there is no such thing. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'> | null
  /** Where the browser keeps nothing, every window is somebody else. */
  readonly userId: () => string | null
}

/** Windows that talk to each other. */
export function browserWindows({ channel, userId }: WindowsNeeds): Windows {
  return {
    goOnHere(sessionId) {
      const me = userId()
      if (me !== null) channel?.postMessage({ sessionId, userId: me } satisfies WentOn)
    },
    onElsewhere(sessionId, listener) {
      const hear = ({ data }: MessageEvent<WentOn>) => {
        if (data.sessionId === sessionId && data.userId === userId()) listener()
      }
      channel?.addEventListener('message', hear)
      return () => channel?.removeEventListener('message', hear)
    },
  }
}
