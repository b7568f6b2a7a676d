import { Download, Printer, ReceiptText } from 'lucide-react'
import { useKindWords } from '../files/kind-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { saveFile } from '../library/save-file.ts'
import type { RouterOutputs } from '../live/outputs.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { answerTable } from './answer-table.ts'
import { csv, separatorOf } from './csv.ts'
import { PeopleTable } from './PeopleTable.tsx'
import { StepReport } from './StepReport.tsx'
import type { SessionReport } from './session-report.ts'
import { Totals } from './Totals.tsx'

interface SessionReportViewProps {
  readonly report: SessionReport
  readonly session: RouterOutputs['sessions']['get']
}

/** Totals, then the steps in their order, then the people; to read, to save, to print. */
export function SessionReportView({ report, session }: SessionReportViewProps) {
  const { t, i18n } = useTranslation('report')
  const kinds = useKindWords()
  const { title, steps, people } = report
  const save = () => {
    const rows = answerTable(report, { place: t('place'), person: t('person'), points: t('points'), kinds })
    saveFile(`${title}.csv`, csv(rows, separatorOf(i18n.language)), 'text/csv;charset=utf-8')
  }
  const actions = (
    <div className="flex flex-wrap gap-3 print:hidden">
      <ButtonLink to={`/receipts/${session.sessionId}`} icon={<ReceiptText aria-hidden="true" className="size-5" />}>
        {t('receipts')}
      </ButtonLink>
      <Button icon={<Printer />} onClick={() => print()}>
        {t('print')}
      </Button>
      <Button tone="primary" icon={<Download />} disabled={people.length === 0} onClick={save}>
        {t('csv')}
      </Button>
    </div>
  )
  return (
    <DeskShell title={title} intro={<Totals report={report} host={session.host} />} action={actions}>
      <State status={session.status} sessionId={session.sessionId} />
      {steps.length === 0 && people.length === 0 ? (
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <div className="grid grid-cols-1 gap-14">
          <ol className="grid grid-cols-1">
            {steps.map((step, index) => (
              <StepReport key={step.nodeId} step={step} number={index + 1} people={people} />
            ))}
          </ol>
          {people.length > 0 && <PeopleTable people={people} />}
        </div>
      )}
    </DeskShell>
  )
}

/** Says when this is not the whole story. */
function State({ status, sessionId }: { readonly status: string; readonly sessionId: string }) {
  const { t } = useTranslation('report')
  if (status === 'completed') return null
  return (
    <div className="mb-10 flex flex-wrap items-center justify-between gap-4">
      <Notice tone="info">{status === 'ended' ? t('endedEarly') : t('running')}</Notice>
      {status !== 'ended' && (
        <span className="print:hidden">
          <ButtonLink to={`/host/${sessionId}`}>{t('toConsole')}</ButtonLink>
        </span>
      )}
    </div>
  )
}
