import { Crown, EllipsisVertical, ShieldMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { type ConsoleState, isOver } from '../console-state.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { type Concerned, personActions } from './person-actions.ts'

/** Who helps without taking part, such as whoever handed the session over: the list of people does not have them. */
export function Helpers({ view, userId, command }: ConsoleState) {
  const { t } = useTranslation('console')
  const mine = view.facilitators[userId]?.role ?? null
  const helpers = Object.entries(view.facilitators).filter(
    ([id, { role }]) => role === 'co-facilitator' && !Object.hasOwn(view.people, id),
  )
  if (helpers.length === 0) return null
  return (
    <ul className="grid grid-cols-1">
      {helpers.map(([id, { name }]) => (
        <li key={id} className="flex min-h-14 items-center gap-3 border-line border-b py-1.5">
          <Avatar seed={name} size="2rem" />
          <span className="min-w-0 grow">
            <span className="block truncate">{name || t('somebody')}</span>
            <span className="block text-small text-soft">{t('coFacilitator')}</span>
          </span>
          {!isOver(view) && (
            <HelperMenu id={id} name={name || t('somebody')} isMe={id === userId} mine={mine} command={command} />
          )}
        </li>
      ))}
    </ul>
  )
}

interface HelperMenuProps extends Pick<ConsoleState, 'command'>, Pick<Concerned, 'isMe' | 'mine'> {
  readonly id: string
  readonly name: string
}

function HelperMenu({ id, name, isMe, mine, command }: HelperMenuProps) {
  const { t } = useTranslation('console')
  const [isAsking, ask] = useState(false)
  const offered = personActions({ isMe, mine, theirs: 'co-facilitator', isOut: false })
  const takeBack = () => void command({ type: 'remove_facilitator', userId: id })
  const items: readonly MenuItem[] = [
    { key: 'hand_over', label: t('handOver'), icon: <Crown />, onSelect: () => ask(true) },
    { key: 'take_back', label: t('endFacilitator'), icon: <ShieldMinus />, onSelect: takeBack },
    { key: 'step_back', label: t('stepBack'), icon: <ShieldMinus />, onSelect: takeBack },
  ].filter(({ key }) => offered.some((one) => one === key))
  if (items.length === 0) return null
  return (
    <>
      <Menu trigger={<IconButton label={t('actionsFor', { name })} icon={<EllipsisVertical />} />} items={items} />
      {isAsking && (
        <HandOverDialog
          name={name}
          onHandOver={() => void command({ type: 'hand_over', userId: id })}
          onClose={() => ask(false)}
        />
      )}
    </>
  )
}
