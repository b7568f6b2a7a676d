import type { Rejection } from '@humuus/workshop-engine'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { FilesOnTheWay } from '../session/FilesOnTheWay.tsx'
import { SessionShell, type ShellParts } from '../session/SessionShell.tsx'
import type { OwnView, SharedView } from '../session/views.ts'
import { MissedAnswer } from '../step/MissedAnswer.tsx'
import { MyPlace, Scoreboard } from '../step/Scoreboard.tsx'
import { StepFace } from '../step/StepFace.tsx'
import { StepHeading } from '../step/StepHeading.tsx'
import { KeptAnswers } from './KeptAnswers.tsx'

/** What is left to show at the end. */
export interface OverPageProps {
  readonly view: SharedView
  readonly own: OwnView
  /** Why an answer to an earlier step was not taken. */
  readonly missed: Rejection | null
  readonly shell: ShellParts
}

/** The end: thanks, where I came in, and what I gave, to keep. */
export function OverPage({ view, own, missed, shell }: OverPageProps) {
  const { t } = useTranslation(['phone', 'door'])
  return (
    <SessionShell {...shell} top={<p className="min-w-0 flex-1 truncate text-soft">{view.title}</p>}>
      <div className="grid grid-cols-1 gap-10">
        <MissedAnswer rejection={missed} />
        <FilesOnTheWay nodeId={null} />
        <LastWords view={view} own={own} />
        {view.scoreboard === null ? <MyPlace isFinal /> : <Scoreboard rows={view.scoreboard} isFinal />}
        {own.kept !== null && own.kept.length > 0 && <KeptAnswers kept={own.kept} title={view.title} />}
        <ButtonLink to="/" wide>
          {t('door:another')}
        </ButtonLink>
      </div>
    </SessionShell>
  )
}

/** The closing words of the workshop; ours where it has none or was stopped before them. */
function LastWords({ view, own }: Pick<OverPageProps, 'view' | 'own'>) {
  const { t } = useTranslation('phone')
  const { step, phase } = view
  if (phase === 'completed' && step?.content.type === 'end') {
    return <StepFace step={step} own={own} canAct={false} />
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <StepHeading text={t('thankYou')} />
      <p className="text-lead text-soft">{phase === 'ended' ? t('stoppedEarly') : t('over')}</p>
    </div>
  )
}
