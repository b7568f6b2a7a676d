import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface RenameDialogProps {
  readonly name: string
  readonly onRename: (name: string) => void
  readonly onClose: () => void
}

/** Gives a person another name. */
export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  const { t } = useTranslation(['console', 'common'])
  const [value, setValue] = useState(name)
  const save = () => {
    onRename(value)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={t('renameHeading', { name })}>
      <form
        className="grid gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField label={t('newName')} value={value} onChange={setValue} />
        <div className="flex justify-end gap-3">
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button tone="primary" type="submit">
            {t('rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
