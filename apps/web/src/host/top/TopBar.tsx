import {
  Ellipsis,
  Keyboard,
  LibraryBig,
  MonitorUp,
  QrCode as QrIcon,
  ReceiptText,
  SquareX,
  Timer as TimerIcon,
} from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useConnection } from '../../live/use-connection.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { spacedCode } from '../../ui/code-in-text.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { type ConsoleState, isOver } from '../console-state.ts'
import { screenLink } from '../join-link.ts'
import { KeysDialog } from '../keys/KeysDialog.tsx'
import { isFacilitator } from '../people/person-actions.ts'
import { CodeDialog } from './CodeDialog.tsx'
import { FairTimeDialog } from './FairTimeDialog.tsx'
import { TimeControls } from './TimeControls.tsx'

interface TopBarProps extends ConsoleState {
  readonly code: string
  readonly screenKey: string | null
  readonly isHelpOpen: boolean
  readonly showHelp: (open: boolean) => void
}

/** Which workshop, its code, its clock, the screen; the rest behind one button. */
export function TopBar(props: TopBarProps) {
  const { view, userId, code, command, sessionId, screenKey, isHelpOpen, showHelp } = props
  const { t } = useTranslation(['console', 'common'])
  const [, go] = useLocation()
  // In a window of its own, which stays the same one.
  const openScreen = () => void window.open(screenLink(sessionId, screenKey), `screen-${sessionId}`)
  const [open, show] = useState<'code' | 'end' | 'time' | null>(null)
  const end: MenuItem = { key: 'end', label: t('end'), icon: <SquareX />, danger: true, onSelect: () => show('end') }
  const keys: MenuItem = { key: 'keys', label: t('keys'), icon: <Keyboard />, onSelect: () => showHelp(true) }
  const time: MenuItem = {
    key: 'time',
    label: t('common:fairHeading'),
    icon: <TimerIcon />,
    onSelect: () => show('time'),
  }
  const receipts: MenuItem = {
    key: 'receipts',
    label: t('receipts'),
    icon: <ReceiptText />,
    onSelect: () => go(`/receipts/${sessionId}`),
  }
  const library: MenuItem = {
    key: 'library',
    label: t('toLibrary'),
    icon: <LibraryBig />,
    onSelect: () => go('/library'),
  }
  return (
    <>
      <div className="min-w-0 grow basis-40">
        <h1 className="truncate font-display font-semibold text-lead">{view.title}</h1>
        <Saved />
      </div>
      {!isOver(view) && (
        <div className="order-last flex basis-full flex-wrap items-center justify-between gap-2 tablet:order-none tablet:basis-auto">
          <Button size="small" onClick={() => show('code')} aria-label={`${t('code')}: ${spacedCode(code)}`}>
            <span className="flex items-center gap-2">
              <QrIcon aria-hidden="true" className="hidden size-5 tablet:block" />
              <span className="figures">{spacedCode(code)}</span>
            </span>
          </Button>
          <TimeControls {...props} />
        </div>
      )}
      <div className="flex items-center gap-2">
        <span className="hidden desk:block">
          <Button size="small" icon={<MonitorUp aria-hidden="true" className="size-5" />} onClick={openScreen}>
            {t('screen')}
          </Button>
        </span>
        <IconButton edged className="desk:hidden" label={t('openScreen')} icon={<MonitorUp />} onClick={openScreen} />
        <Menu
          trigger={<IconButton label={t('menu')} icon={<Ellipsis />} />}
          items={
            isOver(view)
              ? [keys, receipts, library]
              : [keys, time, receipts, library, ...(isFacilitator(view, userId) ? [end] : [])]
          }
        />
      </div>
      <CodeDialog open={open === 'code'} code={code} onClose={() => show(null)} />
      <FairTimeDialog open={open === 'time'} onClose={() => show(null)} />
      <KeysDialog open={isHelpOpen} onClose={() => showHelp(false)} />
      <ConfirmDialog
        open={open === 'end'}
        danger
        title={t('endHeading')}
        text={t('endHint')}
        confirm={t('endNow')}
        cancel={t('goOn')}
        onConfirm={() => void command({ type: 'end' })}
        onClose={() => show(null)}
      />
    </>
  )
}

/** Whether everything the facilitator did has arrived. */
function Saved() {
  const { t } = useTranslation(['console', 'common'])
  const { connection, pending } = useConnection()
  const words = connection === 'online' ? (pending > 0 ? t('saving') : t('allSaved')) : t(`common:${connection}`)
  return <p className="truncate text-small text-soft">{words}</p>
}
