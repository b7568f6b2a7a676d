import { useTranslation } from '../../i18n/use-translation.ts'
import { useServerNow } from '../../live/use-server-now.ts'
import { frozen } from '../../participant/step/answer-window.ts'
import { StepHeading } from '../../participant/step/StepHeading.tsx'
import { clockFace, useSecondsLeft } from '../../ui/remaining.ts'
import { TimeLine } from '../../ui/TimeLine.tsx'
import type { ParticipantFace } from '../faces.ts'

/** A break or a breath: how long it still takes, large and calm. */
export default function CountdownParticipant({ step, content }: ParticipantFace<'countdown'>) {
  const { t } = useTranslation('phone')
  const now = useServerNow()
  const countdown = { deadline: step.goesOnAt, now, pausedWith: frozen(step.goesOnAt, step.pausedAt) }
  const seconds = useSecondsLeft(countdown)
  return (
    <div className="flex flex-1 flex-col gap-10">
      <StepHeading text={content.text === '' ? t('aMoment') : content.text} />
      {seconds === null ? null : (
        <div className="grid grid-cols-1 flex-1 content-center gap-6">
          <p
            role="timer"
            className="figures font-bold font-display text-[clamp(4.5rem,30vw,9rem)] leading-none tracking-[-0.03em]"
          >
            {clockFace(seconds)}
          </p>
          <TimeLine {...countdown} total={content.seconds * 1_000} />
        </div>
      )}
      <p className="text-soft">{t('nextStepSoon')}</p>
    </div>
  )
}
