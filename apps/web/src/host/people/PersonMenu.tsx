import type { HostPerson } from '@humuus/workshop-engine'
import { Crown, DoorOpen, EllipsisVertical, Pencil, ShieldCheck, ShieldMinus, UserX } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import type { ConsoleState } from '../console-state.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { type Concerned, type PersonAction, personActions } from './person-actions.ts'
import { RemoveDialog } from './RemoveDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'

interface PersonMenuProps
  extends Pick<ConsoleState, 'command'>,
    Omit<Concerned, 'isOut'>,
    Pick<HostPerson, 'name' | 'standing' | 'mayReturn'> {
  readonly id: string
}

/**
 * Rename, remove or let in again, share the console or hand it over: whatever I may do for them. Drawn anew only when that
 * changes, not with every answer of theirs: a menu costs more than the rest of their row.
 */
export const PersonMenu = memo(function PersonMenu(props: PersonMenuProps) {
  const { id, name, standing, mayReturn, command, ...roles } = props
  const { t } = useTranslation(['console', 'common'])
  const [open, show] = useState<'rename' | 'remove' | 'hand_over' | null>(null)
  const takeBack = () => void command({ type: 'remove_facilitator', userId: id })
  const items: Record<PersonAction, Omit<MenuItem, 'key'>> = {
    rename: { label: t('rename'), icon: <Pencil />, onSelect: () => show('rename') },
    add: {
      label: t('makeFacilitator'),
      icon: <ShieldCheck />,
      onSelect: () => void command({ type: 'add_facilitator', userId: id }),
    },
    hand_over: { label: t('handOver'), icon: <Crown />, onSelect: () => show('hand_over') },
    take_back: { label: t('endFacilitator'), icon: <ShieldMinus />, onSelect: takeBack },
    step_back: { label: t('stepBack'), icon: <ShieldMinus />, onSelect: takeBack },
    remove: { label: t('remove'), icon: <UserX />, danger: true, onSelect: () => show('remove') },
    readmit: {
      label: t('readmit'),
      icon: <DoorOpen />,
      disabled: mayReturn,
      onSelect: () => void command({ type: 'readmit', participantId: id }),
    },
  }
  const offered = personActions({ ...roles, isOut: standing === 'kicked' })
  return (
    <>
      <Menu
        trigger={<IconButton label={t('actionsFor', { name })} icon={<EllipsisVertical />} />}
        items={offered.map((key) => ({ key, ...items[key] }))}
      />
      {open === 'rename' && (
        <RenameDialog
          name={name}
          onRename={(name) => void command({ type: 'rename', participantId: id, name })}
          onClose={() => show(null)}
        />
      )}
      {open === 'remove' && (
        <RemoveDialog
          name={name}
          onRemove={(mayReturn) => void command({ type: 'kick', participantId: id, mayReturn })}
          onClose={() => show(null)}
        />
      )}
      {open === 'hand_over' && (
        <HandOverDialog
          name={name}
          onHandOver={() => void command({ type: 'hand_over', userId: id })}
          onClose={() => show(null)}
        />
      )}
    </>
  )
})
