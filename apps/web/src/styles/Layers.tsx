import { Ellipsis, Pencil, UserX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { useToast } from '../ui/use-toast.ts'
import { Row, Specimen } from './Specimen.tsx'

/** What floats: menus, dialogs, sheets, toasts, tooltips; and notices, which do not. */
export function Layers() {
  const { t } = useTranslation(['styles', 'console', 'common', 'phone', 'rejections'])
  const [open, setOpen] = useState<'dialog' | 'sheet' | 'confirm' | null>(null)
  const toast = useToast()
  const shut = () => setOpen(null)
  const undo = { label: t('common:undo'), onAction: () => toast.show({ text: t('console:undone') }) }
  return (
    <Specimen title={t('layers')}>
      <Row>
        <Menu
          trigger={
            <IconButton edged label={t('common:more')} icon={<Ellipsis aria-hidden="true" className="size-5" />} />
          }
          items={[
            { key: 'rename', label: t('console:rename'), icon: <Pencil aria-hidden="true" />, onSelect: () => {} },
            { key: 'shut', label: t('notNow'), disabled: true, onSelect: () => {} },
            {
              key: 'remove',
              label: t('console:remove'),
              icon: <UserX aria-hidden="true" />,
              danger: true,
              onSelect: () => {},
            },
          ]}
        />
        <Button onClick={() => setOpen('dialog')}>{t('open')}</Button>
        <Button onClick={() => setOpen('sheet')}>{t('openSheet')}</Button>
        <Button onClick={() => setOpen('confirm')}>{t('openConfirm')}</Button>
        <Button
          onClick={() =>
            toast.show({ text: t('console:youOpened', { step: t('question') }), action: undo, stays: 30_000 })
          }
        >
          {t('showToast')}
        </Button>
        <Tooltip text={t('tooltip')}>
          <Button>?</Button>
        </Tooltip>
      </Row>
      <div className="grid gap-3">
        <Notice tone="saved">{t('phone:saved')}</Notice>
        <Notice tone="info">{t('phone:paused')}</Notice>
        <Notice tone="refused">{t('rejections:step_closed')}</Notice>
      </div>
      <Dialog
        open={open === 'dialog'}
        onClose={shut}
        title={t('workshop')}
        actions={<Button onClick={shut}>{t('common:close')}</Button>}
      >
        {t('sampleLine')}
      </Dialog>
      <Sheet open={open === 'sheet'} onClose={shut} title={t('workshop')}>
        {t('sampleLine')}
      </Sheet>
      <ConfirmDialog
        open={open === 'confirm'}
        title={t('console:endHeading')}
        text={t('console:endHint')}
        confirm={t('console:endNow')}
        cancel={t('console:goOn')}
        danger
        onConfirm={() => {}}
        onClose={shut}
      />
    </Specimen>
  )
}
