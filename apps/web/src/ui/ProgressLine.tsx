import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'

interface ProgressLineProps {
  /** The step we are at, from 1. */
  readonly step: number
  readonly total: number
  readonly className?: string
}

/** "3 / 12" with a hairline that fills: where we are, quietly. */
export function ProgressLine({ step, total, className }: ProgressLineProps) {
  const { t } = useTranslation()
  const share = total > 0 ? Math.min(1, step / total) : 0
  return (
    <div
      role="progressbar"
      aria-label={t('progressLabel')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={step}
      aria-valuetext={t('progress', { step, total })}
      className={cx('flex items-center gap-3', className)}
    >
      <span aria-hidden="true" className="figures whitespace-nowrap text-small text-soft">
        {step} / {total}
      </span>
      <span aria-hidden="true" className="h-px min-w-8 flex-1 bg-line">
        <span
          className="-translate-y-px block h-[3px] origin-left rounded-full bg-ink transition-transform duration-(--grow) ease-out"
          style={{ transform: `scaleX(${share})` }}
        />
      </span>
    </div>
  )
}
