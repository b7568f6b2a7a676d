import { useEffect, useRef } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { Button } from '../ui/Button.tsx'

interface HistoryQuestionProps {
  readonly workshops: number
  readonly sessions: number
  readonly busy: boolean
  readonly onTakeAlong: () => void
  readonly onLeaveHere: () => void
  readonly onCancel: () => void
}

/** What is to become of what this device did as somebody without an address? */
export function HistoryQuestion({ workshops, sessions, busy, ...on }: HistoryQuestionProps) {
  const { t } = useTranslation(['signIn', 'common'])
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => text.current?.focus(), [])
  const counts = { workshops: t('workshops', { count: workshops }), sessions: t('sessions', { count: sessions }) }
  return (
    <div className="grid max-w-xl gap-8">
      <p ref={text} tabIndex={-1} className="text-lead">
        {t('askText', counts)}
      </p>
      <div className="grid gap-1.5">
        <Button tone="primary" size="large" wide busy={busy} aria-describedby="along" onClick={on.onTakeAlong}>
          {t('takeAlong')}
        </Button>
        <p id="along" className="text-small text-soft">
          {t('takeAlongHint')}
        </p>
      </div>
      <div className="grid gap-1.5">
        <Button size="large" wide busy={busy} aria-describedby="here" onClick={on.onLeaveHere}>
          {t('leaveHere')}
        </Button>
        <p id="here" className="text-small text-soft">
          {t('leaveHereHint')}
        </p>
      </div>
      <Button tone="plain" className="justify-self-start" disabled={busy} onClick={on.onCancel}>
        {t('common:cancel')}
      </Button>
    </div>
  )
}
