import { Ellipsis } from 'lucide-react'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { FileViewerProvider } from '../../files/file-viewer.ts'
import { useRejectionWords } from '../../i18n/rejection-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useCommands } from '../../live/use-commands.ts'
import { useConnection } from '../../live/use-connection.ts'
import { useLastReport } from '../../live/use-last-report.ts'
import { type LiveSession, useLiveSession } from '../../live/use-live-session.ts'
import { useWakeLock } from '../../live/use-wake-lock.ts'
import { preloadFaces } from '../../nodes/registry.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import type { SessionCard } from '../door/session-card.ts'
import { TroublePage } from '../door/TroublePage.tsx'
import { WaitPage } from '../door/WaitPage.tsx'
import { GonePage, OverPage, SessionMenu, TakenOverPage } from '../later-parts.ts'
import { rememberedName, rememberName } from '../name/remembered-name.ts'
import { StepPage } from '../step/StepPage.tsx'
import { useMissed } from '../step/use-missed.ts'
import { Announcer } from './Announcer.tsx'
import { Lobby } from './Lobby.tsx'
import type { ShellParts } from './SessionShell.tsx'
import { placeOf, sceneOf } from './scene.ts'
import { SessionSituationProvider } from './session-situation.ts'
import { useKeyboard } from './use-keyboard.ts'
import type { OwnView, SharedView } from './views.ts'

interface SessionPageProps {
  readonly card: SessionCard
  /** Asks to be let in again under this name. */
  readonly onReturn: (name: string) => void
  readonly returning: boolean
  /** The server does not know this person in the session after all. */
  readonly onStranger: () => void
}

/** A session on the phone of somebody who is in: what is going on now, the last known of it while the network is gone. */
export function SessionPage({ card, onReturn, returning, onStranger }: SessionPageProps) {
  const live = useLiveSession({ sessionId: card.sessionId, role: 'participant' })
  const refusedWith = live.status === 'refused' ? live.rejection : null
  const isUnknown = refusedWith?.code === 'not_joined' && live.own === null
  useTitle(card.title)
  useEffect(() => preloadFaces('Participant'), [])
  useEffect(() => {
    if (isUnknown) onStranger()
  }, [isUnknown, onStranger])

  if (refusedWith?.code === 'taken_over') {
    return (
      <Suspense fallback={<WaitPage />}>
        <TakenOverPage card={card} onReturn={live.retry} />
      </Suspense>
    )
  }
  const gone = goneFrom(live)
  if (gone !== null) {
    const back = () => onReturn(live.own?.name ?? rememberedName() ?? '')
    return <GonePage card={card} why={gone.why} onReturn={gone.mayReturn ? back : null} busy={returning} />
  }
  if (live.view !== null && live.own !== null) return <Inside card={card} live={live} view={live.view} own={live.own} />
  if (refusedWith === null || isUnknown) return <WaitPage />
  return <TroublePage rejection={refusedWith} onRetry={live.retry} busy={false} />
}

type Live = LiveSession<'participant'>

function goneFrom({ view, own, status, rejection }: Live): { why: 'left' | 'kicked'; mayReturn: boolean } | null {
  if (status === 'refused' && rejection?.code === 'kicked') return { why: 'kicked', mayReturn: own?.mayReturn ?? false }
  const scene = view !== null && own !== null ? sceneOf(view, own) : null
  if (scene === 'kicked') return { why: 'kicked', mayReturn: own?.mayReturn ?? false }
  return scene === 'left' ? { why: 'left', mayReturn: true } : null
}

interface InsideProps {
  readonly card: SessionCard
  readonly live: Live
  readonly view: SharedView
  readonly own: OwnView
}

function Inside({ card: { sessionId }, live, view, own }: InsideProps) {
  const { t } = useTranslation('phone')
  const words = useRejectionWords()
  const commands = useCommands(sessionId)
  const { connection, pending } = useConnection()
  // Once it was open, it stays: closing it gives the focus back.
  const [menu, setMenu] = useState<'untouched' | 'open' | 'closed'>('untouched')
  const scene = sceneOf(view, own)
  const missed = useMissed(commands, placeOf(scene, view))
  useWakeLock(scene !== 'over')
  useLastReport(sessionId, scene === 'over')
  useKeyboard()
  const shell: ShellParts = {
    connection,
    pending,
    corner: (
      <IconButton
        label={t('menu')}
        icon={<Ellipsis aria-hidden="true" className="size-6" />}
        onClick={() => setMenu('open')}
        className="-mr-3 ml-auto"
      />
    ),
  }
  const rename = async (name: string) => {
    const result = await commands.send({ type: 'rename', participantId: own.participantId, name })
    if (result.ok) rememberName(name.trim())
    return result.ok ? null : words(result.rejection)
  }
  const viewer = useMemo(() => ({ sessionId, role: 'participant' as const }), [sessionId])
  const situation = {
    sessionId,
    language: view.language ?? undefined,
    myName: own.name,
    points: own.points,
    place: own.place,
  }
  return (
    <SessionSituationProvider value={situation}>
      <FileViewerProvider value={viewer}>
        <Announcer view={view} />
        {menu !== 'untouched' && (
          <Suspense>
            <SessionMenu
              open={menu === 'open'}
              onClose={() => setMenu('closed')}
              name={own.name}
              doing={scene === 'over' ? null : { rename, leave: () => void commands.leave() }}
            />
          </Suspense>
        )}
        {scene === 'lobby' && <Lobby view={view} own={own} onRename={() => setMenu('open')} shell={shell} />}
        {scene === 'step' && view.step !== null && (
          <StepPage {...{ view, step: view.step, own, version: live.version, commands, missed, shell }} />
        )}
        {scene === 'over' && (
          <Suspense fallback={<WaitPage />}>
            <OverPage view={view} own={own} missed={missed} shell={shell} />
          </Suspense>
        )}
      </FileViewerProvider>
    </SessionSituationProvider>
  )
}
