import { useEffect } from 'react'
import { useServerNow } from '../live/use-server-now.ts'
import { useWakeLock } from '../live/use-wake-lock.ts'
import { JoinCorner } from '../ui/JoinCorner.tsx'
import { ScreenShell } from '../ui/ScreenShell.tsx'
import { TimeLine } from '../ui/TimeLine.tsx'
import { useTitle } from '../ui/use-title.ts'
import { clockOf } from './clock.ts'
import { Foot } from './Foot.tsx'
import { toggleFullScreen } from './full-screen.ts'
import { joinLink } from './join-link.ts'
import { Picture } from './Picture.tsx'
import type { ScreenView } from './screen-view.ts'
import { Top } from './Top.tsx'
import { useWorkshopLanguage } from './use-workshop-language.ts'

interface ProjectionProps {
  readonly view: ScreenView
  readonly code: string
  /** The connection is gone; the picture stays. */
  readonly lost: boolean
}

/** One picture after the other, with the way in always in a corner. */
export function Projection({ view, code, lost }: ProjectionProps) {
  const now = useServerNow()
  const isLobby = view.phase === 'created' || view.phase === 'lobby'
  const clock = clockOf(view)
  useTitle(view.title)
  useWakeLock(true)
  useWorkshopLanguage(view.language)
  useFullScreenWays()
  return (
    <div className="h-dvh w-dvw">
      <ScreenShell
        lost={lost}
        line={clock && <TimeLine {...clock} now={now} />}
        top={isLobby ? undefined : <Top view={view} />}
        foot={<Foot view={view} clock={clock} now={now} />}
        corner={isLobby ? null : <JoinCorner code={code} link={joinLink(code)} address={location.host} />}
      >
        <Picture view={view} code={code} />
      </ScreenShell>
    </div>
  )
}

function useFullScreenWays(): void {
  useEffect(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === 'f' || key === 'F') void toggleFullScreen()
    }
    const clicked = () => void toggleFullScreen()
    addEventListener('keydown', pressed)
    addEventListener('dblclick', clicked)
    return () => {
      removeEventListener('keydown', pressed)
      removeEventListener('dblclick', clicked)
    }
  }, [])
}
