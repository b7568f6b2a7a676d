import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'

/** One answer in words. */
interface WallAnswer {
  readonly id: string
  readonly text: string
  /** Who wrote it, where that is shown. */
  readonly name?: string | undefined
}

interface AnswerWallProps {
  /** Newest last; a new one slides in, the others keep their column. */
  readonly answers: readonly WallAnswer[]
  /** `big` is for the screen and measures in its unit `--u`; it shows what fits, so give it the newest few dozen. */
  readonly size?: 'normal' | 'big'
}

/** What people wrote, as slips of paper in columns. */
export function AnswerWall({ answers, size = 'normal' }: AnswerWallProps) {
  const { t } = useTranslation()
  if (answers.length === 0)
    return <p className={cx('text-soft', size === 'big' && 'text-[calc(36*var(--u))]')}>{t('noAnswers')}</p>
  const big = size === 'big'
  // The fewer the slips, the larger their words.
  const letters = answers.length <= 6 ? 46 : answers.length <= 15 ? 38 : 30
  return (
    <ul
      style={big ? { fontSize: `calc(${letters} * var(--u))` } : undefined}
      className={cx(big ? 'h-full columns-3 gap-[calc(24*var(--u))] overflow-hidden' : 'columns-[18rem] gap-4')}
    >
      {answers.map((answer) => (
        <li
          key={answer.id}
          className={cx(
            'come-in break-inside-avoid rounded-one border border-line bg-raised',
            big ? 'mb-[calc(24*var(--u))] p-[0.8em] leading-snug' : 'mb-4 p-4',
          )}
        >
          <p className="whitespace-pre-line">{answer.text}</p>
          {answer.name !== undefined && (
            <p className={cx('mt-[0.4em] text-soft', big ? 'text-[max(0.75em,calc(28*var(--u)))]' : 'text-small')}>
              {answer.name}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
