import { useTranslation } from '../i18n/use-translation.ts'
import { Avatar } from './Avatar.tsx'
import { cx } from './cx.ts'
import type { RankingRow } from './ranking-row.ts'

interface RankingProps {
  /** In order of their place; show as many as fit (ten on a screen, five on a phone) and say how many more there are. */
  readonly rows: readonly RankingRow[]
  /** `big` is for the screen and measures in its unit `--u`. */
  readonly size?: 'normal' | 'big'
}

/** Places, faces, names, points: one hairline each. */
export function Ranking({ rows, size = 'normal' }: RankingProps) {
  const big = size === 'big'
  // On a screen the rows share about 540 units of height: the fewer they are, the larger.
  const row = Math.min(104, 540 / Math.max(1, rows.length))
  return (
    <ol
      className="grid"
      style={
        big
          ? { '--row': `calc(${row} * var(--u))`, fontSize: 'max(calc(var(--row) * 0.44), calc(28 * var(--u)))' }
          : undefined
      }
    >
      {rows.map((entry, nth) => (
        <RankingLine key={entry.id} row={entry} nth={nth} big={big} />
      ))}
    </ol>
  )
}

function RankingLine({ row, nth, big }: { row: RankingRow; nth: number; big: boolean }) {
  const { t } = useTranslation()
  return (
    <li
      style={{ '--nth': nth }}
      className={cx(
        'come-in in-order grid grid-cols-[2ch_auto_1fr_auto] items-center border-line border-b last:border-b-0',
        big ? 'h-(--row) gap-x-[calc(28*var(--u))]' : 'min-h-14 gap-x-3 py-1.5',
        row.me && 'font-semibold',
      )}
    >
      <span className={cx('figures text-right font-semibold', row.place > 3 && 'text-soft')}>{row.place}</span>
      <Avatar seed={row.id} size={big ? 'calc(var(--row) * 0.66)' : '2.25rem'} />
      <span className="truncate">
        {row.name}
        {row.me && <span className="font-normal text-soft"> ({t('you')})</span>}
      </span>
      <span className="figures whitespace-nowrap text-right">
        {row.gained !== undefined && row.gained > 0 && (
          <span className="mr-[0.75em] text-[0.8em] text-accent">+{row.gained}</span>
        )}
        <span className="font-bold">{row.points}</span>
      </span>
    </li>
  )
}
