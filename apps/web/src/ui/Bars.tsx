import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import { OptionMark } from './OptionMark.tsx'
import { optionLook } from './option-shape.ts'

/** One option and how many chose it. */
export interface Bar {
  readonly key: string
  /** The option's place in the question, from 0: gives mark and colour. */
  readonly index: number
  readonly label: string
  readonly count: number
  /** After the reveal: is it right? `undefined` where nothing is right or wrong. */
  readonly right?: boolean | undefined
  /** The reader's own choice. */
  readonly mine?: boolean | undefined
}

interface BarsProps {
  readonly bars: readonly Bar[]
  /** People who answered; shares are of them (several choices may add up to more than 100 %). */
  readonly answers: number
  /** `big` fills a screen and measures in its unit `--u`; `normal` is for phones, consoles and reports. */
  readonly size?: 'normal' | 'big'
}

/** Results as bars that grow in the order of the options. Right ones carry a tick and the word, others step back. */
export function Bars({ bars, answers, size = 'normal' }: BarsProps) {
  const longest = Math.max(1, ...bars.map((bar) => bar.count))
  return (
    <ol className={cx('grid', size === 'big' ? 'h-full auto-rows-fr gap-[calc(20*var(--u))]' : 'gap-5')}>
      {bars.map((bar, nth) => (
        <BarRow
          key={bar.key}
          bar={bar}
          nth={nth}
          share={bar.count / longest}
          percent={percentOf(bar.count, answers)}
          big={size === 'big'}
        />
      ))}
    </ol>
  )
}

const percentOf = (count: number, of: number): number => (of === 0 ? 0 : Math.round((100 * count) / of))

interface BarRowProps {
  readonly bar: Bar
  readonly nth: number
  readonly share: number
  readonly percent: number
  readonly big: boolean
}

function BarRow({ bar, nth, share, percent, big }: BarRowProps) {
  const { t } = useTranslation()
  const faded = bar.right === false
  return (
    <li
      className={cx(
        'grid items-center',
        big ? 'grid-cols-[auto_1fr] gap-x-[calc(28*var(--u))]' : 'grid-cols-[auto_1fr] gap-x-3',
      )}
    >
      <OptionMark index={bar.index} size={big ? 'calc(88 * var(--u))' : '2.25rem'} />
      <div className={cx('grid min-w-0', big ? 'gap-[calc(10*var(--u))]' : 'gap-1.5')}>
        <div
          className={cx('flex items-baseline justify-between gap-4 leading-tight', big && 'text-[calc(36*var(--u))]')}
        >
          <span className={cx('min-w-0', (bar.right || bar.mine) && 'font-semibold', big && 'line-clamp-2')}>
            {bar.label}
            <Remarks right={bar.right} mine={bar.mine} />
          </span>
          <span className="figures shrink-0 whitespace-nowrap">
            <strong className="font-bold">{bar.count}</strong>
            <span className={cx('text-soft', big ? 'text-[calc(28*var(--u))]' : 'text-small')}>
              {' '}
              · {t('share', { percent })}
            </span>
          </span>
        </div>
        <div className={cx('overflow-hidden rounded-full bg-line', big ? 'h-[calc(28*var(--u))]' : 'h-2.5')}>
          <div
            className="grow-across in-order size-full rounded-full transition-[width] duration-(--grow) ease-out"
            style={{
              '--nth': nth,
              width: `${share * 100}%`,
              backgroundColor: `var(--option-${optionLook(bar.index)})`,
              opacity: faded ? 0.45 : 1,
              boxShadow: 'inset 0 0 0 1px var(--option-outline)',
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
        <span className="turn-over ml-[0.6em] inline-flex items-center gap-[0.25em] whitespace-nowrap text-[0.85em] text-accent">
          <Check aria-hidden="true" strokeWidth={3} className="size-[1.1em]" />
          {t('right')}
        </span>
      )}
      {mine && <span className="ml-[0.6em] whitespace-nowrap text-[0.85em] text-soft">{t('chosen')}</span>}
    </>
  )
}
