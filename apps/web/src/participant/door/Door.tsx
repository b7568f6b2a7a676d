import { useCallback, useState } from 'react'
import { useRejectionWords } from '../../i18n/rejection-words.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { rejectionOf } from '../../live/rejection-of.ts'
import { useCommands } from '../../live/use-commands.ts'
import { trpc } from '../../trpc.ts'
import { suggestedName } from '../name/name-suggestion.ts'
import { rememberedName } from '../name/remembered-name.ts'
import { SessionPage } from '../session/SessionPage.tsx'
import { DoorsSoonPage } from './DoorsSoonPage.tsx'
import { doorRefusal, entrance } from './entrance.ts'
import { GonePage } from './GonePage.tsx'
import { NamePage } from './NamePage.tsx'
import { ShutPage } from './ShutPage.tsx'
import { isOver, type SessionCard } from './session-card.ts'
import { TroublePage } from './TroublePage.tsx'
import { useJoin } from './use-join.ts'
import { WaitPage } from './WaitPage.tsx'

interface DoorProps {
  readonly card: SessionCard
  readonly userId: string
}

/** The door of a session: straight in for who is in, a name for who is new, kind words for who cannot enter. */
export function Door({ card, userId }: DoorProps) {
  const words = useRejectionWords()
  const [language] = useLanguage()
  const known = trpc.sessions.get.useQuery({ sessionId: card.sessionId }, { staleTime: 0, refetchOnWindowFocus: false })
  const joining = useJoin(useCommands(card.sessionId))
  const [isStranger, setStranger] = useState(false)
  const { join, busy, refusal, times } = joining
  const name = joining.name ?? rememberedName() ?? suggestedName(userId, 0, language)
  const again = useCallback(() => join(name), [join, name])

  if (known.data === undefined) {
    if (!known.isError) return <WaitPage />
    const retry = () => void known.refetch()
    return <TroublePage rejection={rejectionOf(known.error)} onRetry={retry} busy={known.isFetching} />
  }
  const shut = refusal === null ? null : doorRefusal(refusal.code)
  if (shut === 'not_open_yet') return <DoorsSoonPage card={card} name={name} onOpen={again} />
  if (shut === 'kicked') return <GonePage card={card} why="kicked" onReturn={null} busy={false} />
  if (shut !== null) return <ShutPage card={card} why={shut} onRetry={again} busy={busy} />

  const place = times > 0 ? 'in' : entrance(known.data.standing.participant, isOver(card))
  if (place === 'in' && !isStranger) {
    return <SessionPage key={times} card={card} onReturn={join} returning={busy} onStranger={() => setStranger(true)} />
  }
  if (place === 'over') return <ShutPage card={card} why="session_over" onRetry={again} busy={busy} />
  if (place === 'kicked') return <GonePage card={card} why="kicked" onReturn={again} busy={busy} />
  return (
    <NamePage
      card={card}
      device={userId}
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
