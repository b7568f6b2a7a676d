import { useCallback, useState } from 'react'
import { useRejectionWords } from '../../i18n/rejection-words.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useLiveClient } from '../../live/live-context.ts'
import { rejectionOf } from '../../live/rejection-of.ts'
import { useCommands } from '../../live/use-commands.ts'
import { useQuestion } from '../../live/use-question.ts'
import { GonePage, NamePage, ShutPage } from '../later-parts.ts'
import { suggestedName } from '../name/name-suggestion.ts'
import { rememberedName } from '../name/remembered-name.ts'
import { SessionPage } from '../session/SessionPage.tsx'
import { DoorsSoonPage } from './DoorsSoonPage.tsx'
import { doorRefusal, entrance } from './entrance.ts'
import { isOver, type SessionCard } from './session-card.ts'
import { TroublePage } from './TroublePage.tsx'
import { useJoin } from './use-join.ts'
import { WaitPage } from './WaitPage.tsx'

interface DoorProps {
  readonly card: SessionCard
  readonly userId: string
  /** Of the account, where there is one with a name. */
  readonly ownName: string | null
}

/** The door of a session: straight in for who is in, a name for who is new, kind words for who cannot enter. */
export function Door({ card, userId, ownName }: DoorProps) {
  const words = useRejectionWords()
  const [language] = useLanguage()
  const { trpc } = useLiveClient()
  const { sessionId } = card
  const known = useQuestion(useCallback(() => trpc.sessions.get.query({ sessionId }), [trpc, sessionId]))
  const joining = useJoin(useCommands(sessionId))
  const [isStranger, setStranger] = useState(false)
  const { join, busy, refusal, times } = joining
  const name = joining.name ?? ownName ?? rememberedName() ?? suggestedName(userId, 0, language)
  const again = useCallback(() => join(name), [join, name])

  if (known.answer === null) {
    if (known.failure === null) return <WaitPage />
    return <TroublePage rejection={rejectionOf(known.failure)} onRetry={known.again} busy={known.busy} />
  }
  const shut = refusal === null ? null : doorRefusal(refusal.code)
  if (shut === 'not_open_yet') return <DoorsSoonPage card={card} name={name} onOpen={again} />
  if (shut === 'kicked') return <GonePage card={card} why="kicked" onReturn={null} busy={false} />
  if (shut !== null) return <ShutPage card={card} why={shut} onRetry={again} busy={busy} />

  const place = times > 0 ? 'in' : entrance(known.answer.standing.participant, isOver(card))
  if (place === 'in' && !isStranger) {
    return <SessionPage key={times} card={card} onReturn={join} returning={busy} onStranger={() => setStranger(true)} />
  }
  if (place === 'over') return <ShutPage card={card} why="session_over" onRetry={again} busy={busy} />
  if (place === 'kicked') return <GonePage card={card} why="kicked" onReturn={again} busy={busy} />
  return (
    <NamePage
      card={card}
      device={userId}
      ownName={ownName}
      busy={busy}
      refused={refusal === null ? undefined : words(refusal)}
      onJoin={(wanted) => {
        setStranger(false)
        join(wanted)
      }}
      onEdit={joining.forget}
    />
  )
}
