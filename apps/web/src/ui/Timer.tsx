import { Pause } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'
import { type Countdown, clockFace, useSecondsLeft } from './remaining.ts'

interface TimerProps extends Countdown {
  readonly className?: string
  /** Words instead of nothing when there is no limit. */
  readonly sayNoLimit?: boolean
  /** `false` where something beside it says that it is paused. */
  readonly sayPaused?: boolean
}

/** Time left as mm:ss, quiet until the last ten seconds; a pause stands still and says so. Nothing without a limit. */
export function Timer({ className, sayNoLimit = false, sayPaused = true, ...countdown }: TimerProps) {
  const { t } = useTranslation()
  const seconds = useSecondsLeft(countdown)
  const paused = (countdown.pausedWith ?? null) !== null
  if (seconds === null) return sayNoLimit ? <span className={cx('text-soft', className)}>{t('noLimit')}</span> : null
  const last = !paused && seconds <= 10
  return (
    <span className={cx('figures inline-flex items-center gap-1.5', className)}>
      {paused && <Pause aria-hidden="true" className="size-[1em]" strokeWidth={3} />}
      <span role="timer" aria-label={t('timeLeft')} className={cx(last ? 'font-bold text-ink' : 'text-soft')}>
        {clockFace(seconds)}
      </span>
      {paused && sayPaused && <span className="text-soft">{t('timePaused')}</span>}
      <span role="status" className="sr-only">
        {!paused && seconds === 10 && t('tenSeconds')}
        {!paused && seconds === 0 && t('timeUp')}
      </span>
    </span>
  )
}
