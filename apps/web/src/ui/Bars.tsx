import { BarRow } from './BarRow.tsx'
import type { Bar } from './bar.ts'
import { cx } from './cx.ts'

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
  const big = size === 'big'
  return (
    <ol
      className={cx('grid', big ? 'h-full auto-rows-fr text-(length:--label)' : 'gap-5')}
      style={big ? measures(bars.length) : undefined}
    >
      {bars.map((bar, nth) => (
        <BarRow
          key={bar.key}
          bar={bar}
          nth={nth}
          share={bar.count / longest}
          percent={answers === 0 ? 0 : Math.round((100 * bar.count) / answers)}
          big={big}
        />
      ))}
    </ol>
  )
}

/** On a screen the rows share about 540 units of height: the fewer they are, the larger everything in them. */
function measures(rows: number) {
  const row = 540 / Math.max(3, rows)
  return {
    '--label': `calc(${Math.max(28, Math.min(48, row * 0.26))} * var(--u))`,
    '--bar': `calc(${Math.max(18, Math.min(56, row * 0.26))} * var(--u))`,
    '--mark': `calc(${Math.min(120, row * 0.7)} * var(--u))`,
  }
}
