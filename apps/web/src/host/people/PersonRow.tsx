import type { HostPerson } from '@humuus/workshop-engine'
import { Check } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { cx } from '../../ui/cx.ts'
import type { ConsoleState, HostView } from '../console-state.ts'
import { PersonMenu } from './PersonMenu.tsx'

type Role = HostView['facilitators'][string]['role']

interface PersonRowProps extends Pick<ConsoleState, 'command'> {
  readonly id: string
  readonly person: HostPerson
  readonly isMe: boolean
  /** What I am, and what they are, if anything beside a participant. */
  readonly mine: Role | null
  readonly theirs: Role | null
  /** The current step asks for something. */
  readonly collects: boolean
  readonly isOver: boolean
}

/** One person, with what can be done for them. Drawn anew only when something about them changed: there may be many. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { t } = useTranslation('console')
  const { id, person, isMe, mine, theirs, collects, isOver, command } = props
  const runs = theirs && { facilitator: t('facilitator'), 'co-facilitator': t('coFacilitator') }[theirs]
  const words = {
    present: null,
    away: t('stateReturning'),
    left: t('stateGone'),
    kicked: t('stateRemoved'),
  }[person.standing]
  return (
    <li className="drawn-in-view flex min-h-14 items-center gap-3 border-line border-b py-1.5 [--about-high:3.5rem]">
      <Avatar seed={person.name} size="2rem" className={cx(person.standing !== 'present' && 'opacity-40')} />
      <span className="min-w-0 grow">
        <span className={cx('block truncate', person.standing !== 'present' && 'text-soft')}>{person.name}</span>
        {(words !== null || runs !== null || person.points > 0) && (
          <span className="block text-small text-soft">
            {[words, runs, person.points > 0 ? t('pointsOf', { count: person.points }) : null]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        )}
      </span>
      {person.done && collects && (
        <Check role="img" aria-label={t('answered')} className="size-5 shrink-0 text-accent" />
      )}
      {!isOver && (
        <PersonMenu
          id={id}
          name={person.name}
          standing={person.standing}
          mayReturn={person.mayReturn}
          isMe={isMe}
          mine={mine}
          theirs={theirs}
          command={command}
        />
      )}
    </li>
  )
})
