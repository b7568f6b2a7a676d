import { Printer } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { RouterOutputs } from '../live/outputs.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CheckYourself } from './CheckYourself.tsx'
import { Figures } from './Figures.tsx'
import { Outcome } from './Outcome.tsx'
import { Refusals } from './Refusals.tsx'
import { type SessionReceipts, verdictOf } from './verdict.ts'

interface ReceiptsViewProps {
  readonly receipts: SessionReceipts
  readonly session: RouterOutputs['sessions']['get']
  /** Epoch ms by this device's clock. */
  readonly lookedAt: number
  /** It could not be looked up again since then. */
  readonly isStale: boolean
  readonly isOver: boolean
}

/** The one answer first, then the figures it comes from, then how to check them without us. */
export function ReceiptsView({ receipts, session, lookedAt, isStale, isOver }: ReceiptsViewProps) {
  const { t, i18n } = useTranslation('receipts')
  const verdict = verdictOf(receipts)
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' }).format(lookedAt)
  const actions = (
    <div className="flex flex-wrap gap-3 print:hidden">
      <Button icon={<Printer />} onClick={() => print()}>
        {t('print')}
      </Button>
      {isOver ? (
        <ButtonLink to={`/report/${session.sessionId}`}>{t('toReport')}</ButtonLink>
      ) : (
        <ButtonLink to={`/host/${session.sessionId}`}>{t('toConsole')}</ButtonLink>
      )}
    </div>
  )
  return (
    <DeskShell title={`${t('title')}: ${session.title}`} intro={t('intro')} action={actions}>
      {verdict === 'nothing' ? (
        <EmptyState title={t('nothingYet')} hint={t('nothingYetHint')} />
      ) : (
        <div className="grid grid-cols-1 gap-14">
          <Outcome receipts={receipts} />
          <Figures receipts={receipts} />
          <Refusals receipts={receipts} />
          <CheckYourself code={session.code} />
        </div>
      )}
      <div className="mt-14 text-small text-soft">
        {isStale ? (
          <Notice tone="info">{t('notRefreshed', { time })}</Notice>
        ) : (
          <p>
            <span className="figures">{t('asOf', { time })}.</span>{' '}
            <span className="print:hidden">{t('refreshes')}</span>
          </p>
        )}
      </div>
    </DeskShell>
  )
}
