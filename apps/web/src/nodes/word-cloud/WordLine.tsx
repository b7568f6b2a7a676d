import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cx } from '../../ui/cx.ts'

interface WordLineProps {
  readonly text: string
  readonly count: number
  readonly isMine?: boolean
  /** Out of the cloud. */
  readonly isHidden?: boolean
  /** Who gave it, where that is shown. */
  readonly names?: string | undefined
  /** A button. */
  readonly end?: ReactNode
}

/** A word in a list: how often it was named, in figures and as a bar, which is full for a word named `--most` times. */
export function WordLine({ text, count, isMine = false, isHidden = false, names, end }: WordLineProps) {
  const { t } = useTranslation('wordCloud')
  return (
    <li className="drawn-in-view flex items-center gap-2 [--about-high:4rem]">
      <div className="grid min-w-0 grow grid-cols-1 gap-1.5">
        <p className="flex flex-wrap items-baseline gap-x-2 leading-tight">
          <span
            dir="auto"
            className={cx(
              'min-w-0 break-words',
              isMine && 'font-semibold text-accent',
              isHidden && 'text-soft line-through',
            )}
          >
            {text}
          </span>
          {isMine && <span className="text-small text-soft">{t('mine')}</span>}
          <span className="figures ml-auto">
            <span aria-hidden="true" className="font-bold">
              {count}
            </span>
            <span className="sr-only">{t('timesNamed', { count })}</span>
          </span>
        </p>
        <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-line">
          <div
            className={cx(
              'size-full rounded-full transition-transform duration-(--grow) ease-out',
              isHidden ? 'bg-edge' : 'bg-accent',
            )}
            style={{ transform: `translateX(calc(100% * (${count} / var(--most) - 1)))` }}
          />
        </div>
        {names !== undefined && <p className="break-words text-small text-soft">{names}</p>}
      </div>
      {end}
    </li>
  )
}
