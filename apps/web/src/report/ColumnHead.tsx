import { ArrowDown, ArrowUp } from 'lucide-react'
import { cx } from '../ui/cx.ts'
import type { SortColumn, SortOrder } from './sorted-people.ts'

interface ColumnHeadProps {
  readonly name: SortColumn
  readonly label: string
  readonly order: SortOrder
  readonly onSort: (column: SortColumn) => void
  /** Figures stand at the right. */
  readonly figures?: boolean
  readonly narrow?: boolean
}

/** The head of a column; a press sorts by it, another turns it over. */
export function ColumnHead({ name, label, order, onSort, figures = false, narrow = false }: ColumnHeadProps) {
  const isHere = order.column === name
  const Arrow = order.descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={isHere ? (order.descending ? 'descending' : 'ascending') : 'none'}
      className={cx('p-0 font-normal', narrow && 'w-20 min-w-16')}
    >
      <button
        type="button"
        onClick={() => onSort(name)}
        className={cx(
          'flex min-h-11 w-full items-center gap-1 text-small -outline-offset-3 hover:text-ink',
          figures && 'flex-row-reverse',
          isHere ? 'font-semibold text-ink' : 'text-soft',
        )}
      >
        {label}
        {isHere && <Arrow aria-hidden="true" className="size-3.5 print:hidden" />}
      </button>
    </th>
  )
}
