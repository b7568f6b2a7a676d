import { useCallback, useEffect } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useLiveClient } from '../../live/live-context.ts'
import { useQuestion } from '../../live/use-question.ts'
import { useWakeLock } from '../../live/use-wake-lock.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Ground } from '../../ui/Ground.tsx'
import { DoorPage } from './DoorPage.tsx'
import type { SessionCard } from './session-card.ts'

interface DoorsSoonPageProps {
  readonly card: SessionCard
  readonly name: string
  /** Called when the doors have opened. */
  readonly onOpen: () => void
}

const lookEveryMs = 2_000

/** Here before the facilitator: waits, and goes in by itself. */
export function DoorsSoonPage({ card, name, onOpen }: DoorsSoonPageProps) {
  const { t } = useTranslation('door')
  const { trpc } = useLiveClient()
  const { code } = card
  const look = useCallback(() => trpc.sessions.lookup.query({ code }), [trpc, code])
  const { answer } = useQuestion(look, lookEveryMs)
  const isOpen = answer !== null && answer.status !== 'created'
  useWakeLock(true)
  useEffect(() => {
    if (isOpen) onOpen()
  }, [isOpen, onOpen])
  return (
    <DoorPage card={card} heading={t('doorsSoon')} hint={t('doorsSoonHint')} foot={<Ground growth={0.17} />}>
      <p className="flex items-center gap-4 border-line border-y py-4">
        <Avatar seed={name} size="3.5rem" />
        <span className="min-w-0 break-words font-semibold text-lead">{name}</span>
      </p>
    </DoorPage>
  )
}
