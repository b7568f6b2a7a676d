import { useTranslation } from 'react-i18next'
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
  return (
    <ol className={cx('grid', big && 'text-[calc(38*var(--u))]')}>
      {rows.map((row, nth) => (
        <RankingLine key={row.id} row={row} nth={nth} big={big} />
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
        'come-in in-order figures grid grid-cols-[2.5ch_auto_1fr_auto] items-center border-line border-b last:border-b-0',
        big ? 'gap-[calc(24*var(--u))] py-[calc(12*var(--u))]' : 'min-h-14 gap-3 py-1.5',
        row.me && 'font-semibold',
      )}
    >
      <span className={cx('text-right', row.place > 3 && 'text-soft')}>{row.place}</span>
      <Avatar seed={row.id} size={big ? 'calc(64 * var(--u))' : '2.25rem'} />
      <span className="truncate">
        {row.name}
        {row.me && <span className="font-normal text-soft"> ({t('you')})</span>}
      </span>
      <span className="whitespace-nowrap text-right">
        {row.gained !== undefined && row.gained > 0 && (
          <span className="mr-[0.75em] text-[0.8em] text-accent">+{row.gained}</span>
        )}
        <span className="font-bold">{row.points}</span>
      </span>
    </li>
  )
}
