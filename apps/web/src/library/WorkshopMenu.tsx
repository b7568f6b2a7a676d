import { EllipsisVertical, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { Workshop } from './workshop.ts'

/** What can be done with a workshop of one's own. */
export function WorkshopMenu({ workshop }: { readonly workshop: Workshop }) {
  const { t } = useTranslation('library')
  const [isAsking, ask] = useState(false)
  const queries = trpc.useUtils()
  const remove = trpc.workshops.remove.useMutation({ onSuccess: () => queries.workshops.list.invalidate() })
  return (
    <>
      <Menu
        trigger={<IconButton label={t('actionsFor', { title: workshop.title })} icon={<EllipsisVertical />} />}
        items={[{ key: 'remove', label: t('remove'), icon: <Trash2 />, danger: true, onSelect: () => ask(true) }]}
      />
      <ConfirmDialog
        open={isAsking}
        danger
        title={t('removeHeading', { title: workshop.title })}
        text={t('removeHint')}
        confirm={t('remove')}
        onConfirm={() => remove.mutate({ id: workshop.id })}
        onClose={() => ask(false)}
      />
    </>
  )
}
