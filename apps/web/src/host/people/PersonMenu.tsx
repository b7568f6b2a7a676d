import type { HostPerson } from '@humuus/workshop-engine'
import { DoorOpen, EllipsisVertical, Pencil, ShieldCheck, UserX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import type { ConsoleState } from '../console-state.ts'
import { RemoveDialog } from './RemoveDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'

interface PersonMenuProps extends Pick<ConsoleState, 'command'> {
  readonly id: string
  readonly person: HostPerson
  readonly isFacilitator: boolean
}

/** Rename, remove or let in again, share the console. */
export function PersonMenu({ id, person, isFacilitator, command }: PersonMenuProps) {
  const { t } = useTranslation(['console', 'common'])
  const [open, show] = useState<'rename' | 'remove' | null>(null)
  const isOut = person.standing === 'kicked'
  const rename: MenuItem = { key: 'rename', label: t('rename'), icon: <Pencil />, onSelect: () => show('rename') }
  const host: MenuItem = {
    key: 'host',
    label: isFacilitator ? t('endFacilitator') : t('makeFacilitator'),
    icon: <ShieldCheck />,
    onSelect: () => void command({ type: isFacilitator ? 'remove_facilitator' : 'add_facilitator', userId: id }),
  }
  const remove: MenuItem = {
    key: 'remove',
    label: t('remove'),
    icon: <UserX />,
    danger: true,
    onSelect: () => show('remove'),
  }
  const readmit: MenuItem = {
    key: 'readmit',
    label: t('readmit'),
    icon: <DoorOpen />,
    disabled: person.mayReturn,
    onSelect: () => void command({ type: 'readmit', participantId: id }),
  }
  return (
    <>
      <Menu
        trigger={<IconButton label={t('actionsFor', { name: person.name })} icon={<EllipsisVertical />} />}
        items={isOut ? [readmit] : [rename, host, remove]}
      />
      {open === 'rename' && (
        <RenameDialog
          name={person.name}
          onRename={(name) => void command({ type: 'rename', participantId: id, name })}
          onClose={() => show(null)}
        />
      )}
      {open === 'remove' && (
        <RemoveDialog
          name={person.name}
          onRemove={(mayReturn) => void command({ type: 'kick', participantId: id, mayReturn })}
          onClose={() => show(null)}
        />
      )}
    </>
  )
}
