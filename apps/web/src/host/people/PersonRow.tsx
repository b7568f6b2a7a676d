import type { HostPerson } from '@humuus/workshop-engine'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { cx } from '../../ui/cx.ts'
import { type ConsoleState, isOver } from '../console-state.ts'
import { PersonMenu } from './PersonMenu.tsx'

interface PersonRowProps extends ConsoleState {
  readonly id: string
  readonly person: HostPerson
}

/** One person, with what can be done for them. */
export function PersonRow(props: PersonRowProps) {
  const { t } = useTranslation('console')
  const { id, person, view } = props
  const words = {
    present: null,
    away: t('stateReturning'),
    left: t('stateGone'),
    kicked: t('stateRemoved'),
  }[person.standing]
  const isFacilitator = Object.hasOwn(view.facilitators, id)
  return (
    <li className="flex min-h-14 items-center gap-3 border-line border-b py-1.5">
      <Avatar seed={person.name} size="2rem" className={cx(person.standing !== 'present' && 'opacity-40')} />
      <span className="min-w-0 grow">
        <span className={cx('block truncate', person.standing !== 'present' && 'text-soft')}>{person.name}</span>
        {(words !== null || isFacilitator || person.points > 0) && (
          <span className="block text-small text-soft">
            {[
              words,
              isFacilitator ? t('coFacilitator') : null,
              person.points > 0 ? t('pointsOf', { count: person.points }) : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        )}
      </span>
      {person.done && view.step?.collects && (
        <Check role="img" aria-label={t('answered')} className="size-5 shrink-0 text-accent" />
      )}
      {!isOver(view) && <PersonMenu {...props} isFacilitator={isFacilitator} />}
    </li>
  )
}
