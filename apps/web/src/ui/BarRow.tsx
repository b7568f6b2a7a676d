import { Check } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Bar } from './bar.ts'
import { cx } from './cx.ts'
import { OptionMark } from './OptionMark.tsx'
import { optionLook } from './option-shape.ts'

interface BarRowProps {
  readonly bar: Bar
  readonly nth: number
  /** Length of the bar, 0 to 1. */
  readonly share: number
  readonly percent: number
  /** Takes its measures from `--label`, `--bar` and `--mark`. */
  readonly big: boolean
}

/** One line of `Bars`: mark, words, figures, bar. */
export function BarRow({ bar, nth, share, percent, big }: BarRowProps) {
  const { t } = useTranslation()
  const color = `var(--option-${optionLook(bar.index)})`
  return (
    <li
      className={cx('grid grid-cols-[auto_minmax(0,1fr)] items-center', big ? 'gap-x-[calc(32*var(--u))]' : 'gap-x-3')}
    >
      <OptionMark index={bar.index} size={big ? 'var(--mark)' : '2.25rem'} />
      <div className={cx('grid grid-cols-1', big ? 'gap-[0.3em]' : 'gap-1.5')}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 leading-tight">
          <span className="flex min-w-0 flex-1 basis-[7em] flex-wrap items-baseline gap-x-[0.6em]">
            <span className={cx('min-w-0', (bar.right || bar.mine) && 'font-semibold', big && 'line-clamp-2')}>
              {bar.label}
            </span>
            <Remarks right={bar.right} mine={bar.mine} />
          </span>
          <span className="figures shrink-0 whitespace-nowrap">
            <strong className="font-bold">{bar.count}</strong>
            <span className={cx('text-soft', big ? 'text-[0.8em]' : 'text-small')}> · {t('share', { percent })}</span>
          </span>
        </div>
        <div className={cx('overflow-hidden rounded-full bg-line', big ? 'h-(--bar)' : 'h-2.5')}>
          <div
            className="grow-across in-order size-full rounded-full transition-[width] duration-(--grow) ease-out"
            style={{
              '--nth': nth,
              width: `${share * 100}%`,
              backgroundColor: color,
              opacity: bar.right === false ? 0.4 : 1,
              boxShadow: `inset 0 0 0 1px color-mix(in srgb, ${color}, var(--option-outline) 55%)`,
            }}
          />
        </div>
      </div>
    </li>
  )
}

function Remarks({ right, mine }: { right: boolean | undefined; mine: boolean | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      {right && (
        <span className="turn-over inline-flex items-center gap-[0.25em] whitespace-nowrap font-semibold text-[0.85em] text-accent">
          <Check aria-hidden="true" strokeWidth={3} className="size-[1.1em]" />
          {t('right')}
        </span>
      )}
      {mine && <span className="whitespace-nowrap text-[0.85em] text-soft">{t('chosen')}</span>}
    </>
  )
}
