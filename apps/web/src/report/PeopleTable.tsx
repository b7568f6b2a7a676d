import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { Button } from '../ui/Button.tsx'
import { ColumnHead } from './ColumnHead.tsx'
import { PersonRows } from './PersonRows.tsx'
import { isScored, type SessionReport } from './session-report.ts'
import { orderAfterClick, type SortColumn, type SortOrder, sortedPeople } from './sorted-people.ts'

/** Rows drawn before somebody asks for all. */
const firstRows = 50

/** Everybody, in any order; what a person answered is one click away. */
export function PeopleTable({ people }: { readonly people: SessionReport['people'] }) {
  const { t } = useTranslation('report')
  const scored = isScored(people)
  const [order, setOrder] = useState<SortOrder>({ column: scored ? 'place' : 'name', descending: false })
  const [showsAll, showAll] = useState(false)
  const rows = sortedPeople(people, order)
  const sort = (column: SortColumn) => setOrder(orderAfterClick(order, column))
  return (
    <section className="grid justify-items-start gap-4">
      <h2 className="font-display font-semibold text-title">{t('persons')}</h2>
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-ink border-b">
            {scored && <ColumnHead name="place" label={t('place')} order={order} onSort={sort} narrow />}
            <ColumnHead name="name" label={t('person')} order={order} onSort={sort} />
            {scored && <ColumnHead name="points" label={t('points')} order={order} onSort={sort} figures />}
            <ColumnHead name="given" label={t('given')} order={order} onSort={sort} figures />
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, showsAll ? rows.length : firstRows).map((person) => (
            <PersonRows key={person.id} person={person} scored={scored} />
          ))}
        </tbody>
      </table>
      {!showsAll && rows.length > firstRows && (
        <Button className="print:hidden" onClick={() => showAll(true)}>
          {t('showAll', { count: rows.length })}
        </Button>
      )}
    </section>
  )
}
