import { useTranslation } from '../i18n/use-translation.ts'
import { Avatar } from './Avatar.tsx'
import { cx } from './cx.ts'
import type { RankingRow } from './ranking-row.ts'

interface PodiumProps {
  /** The first three, in order; fewer are fine. */
  readonly rows: readonly RankingRow[]
}

// Second, first, third: as people stand on a podium. The list itself stays in order for screen readers.
const stands = [
  { column: 'col-start-2', height: '100%', nth: 2, ground: 'bg-accent text-on-accent' },
  { column: 'col-start-1', height: '76%', nth: 1, ground: 'bg-wash text-ink' },
  { column: 'col-start-3', height: '58%', nth: 0, ground: 'bg-sunk text-ink' },
] as const

/** The first three on their steps; for the screen, measured in its unit `--u`. The third comes first, the winner last. */
export function Podium({ rows }: PodiumProps) {
  return (
    <ol className="mx-auto grid size-full max-w-[calc(1300*var(--u))] grid-cols-3 grid-rows-1 items-end gap-[calc(24*var(--u))]">
      {rows.slice(0, 3).map((row, rank) => (
        <Stand key={row.id} row={row} rank={rank} />
      ))}
    </ol>
  )
}

function Stand({ row, rank }: { row: RankingRow; rank: number }) {
  const { t } = useTranslation()
  const stand = stands[rank]
  if (stand === undefined) return null
  return (
    <li className={cx('row-start-1 flex h-full min-w-0 flex-col justify-end', stand.column)}>
      <div
        className="come-in grid justify-items-center gap-[calc(16*var(--u))] pb-[calc(28*var(--u))] text-center"
        style={{ animationDelay: `calc(${stand.nth * 4} * var(--step) + 120ms)` }}
      >
        <Avatar seed={row.id} size="calc(120 * var(--u))" />
        <span className="max-w-full break-words font-display font-semibold text-[calc(44*var(--u))] leading-tight">
          {row.name}
        </span>
        <span className="figures text-[calc(32*var(--u))] text-soft">{t('points', { count: row.points })}</span>
      </div>
      <div
        className={cx(
          'grow-up grid items-start justify-items-center rounded-t-one pt-[calc(24*var(--u))]',
          stand.ground,
        )}
        style={{ height: `calc(${stand.height} * 0.58)`, animationDelay: `calc(${stand.nth * 4} * var(--step))` }}
      >
        <span className="sr-only">{t('place', { place: row.place })}</span>
        <span aria-hidden="true" className="figures font-bold font-display text-[calc(96*var(--u))] leading-none">
          {row.place}
        </span>
      </div>
    </li>
  )
}
