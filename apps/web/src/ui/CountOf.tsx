import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'

interface CountOfProps {
  readonly count: number
  readonly total: number
  /** What is counted, after the figures ("answered"). */
  readonly label?: string
  /** Size and colour come from here; the figures keep their width while they change. */
  readonly className?: string
}

/** "37 / 42": read aloud as "37 of 42". */
export function CountOf({ count, total, label, className }: CountOfProps) {
  const { t, i18n } = useTranslation()
  const figure = new Intl.NumberFormat(i18n.language)
  return (
    <span className={cx('figures whitespace-nowrap', className)}>
      <span className="sr-only">{t('ofTotal', { count, total })}</span>
      <span aria-hidden="true">
        <strong className="font-bold">{figure.format(count)}</strong>
        <span className="text-soft"> / {figure.format(total)}</span>
      </span>
      {label !== undefined && <span className="text-soft"> {label}</span>}
    </span>
  )
}
