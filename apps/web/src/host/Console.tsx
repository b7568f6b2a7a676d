import { ListOrdered, Play, Users } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useConnection } from '../live/use-connection.ts'
import { useServerNow } from '../live/use-server-now.ts'
import { useWakeLock } from '../live/use-wake-lock.ts'
import { ConsoleShell } from '../ui/ConsoleShell.tsx'
import { useTitle } from '../ui/use-title.ts'
import { ActionBar } from './action/ActionBar.tsx'
import { Agenda } from './agenda/Agenda.tsx'
import { useConflictToast } from './conflicts/use-conflict-toast.ts'
import { type HostView, isOver } from './console-state.ts'
import { useShortcuts } from './keys/use-shortcuts.ts'
import { Now } from './now/Now.tsx'
import { Troubles } from './now/Troubles.tsx'
import { People } from './people/People.tsx'
import { TopBar } from './top/TopBar.tsx'
import { useHostCommand } from './use-host-command.ts'
import { useStepToast } from './use-step-toast.ts'

interface ConsoleProps {
  readonly sessionId: string
  readonly userId: string
  readonly view: HostView
  readonly code: string
  readonly screenKey: string | null
}

/** Agenda, now, people; above them code, clock and screen, below them the one big action. */
export function Console({ sessionId, userId, view, code, screenKey }: ConsoleProps) {
  const { t } = useTranslation('console')
  const command = useHostCommand(sessionId)
  const now = useServerNow()
  const { connection } = useConnection()
  const state = { view, sessionId, userId, command, now }
  useTitle(view.title)
  useWakeLock(!isOver(view))
  useStepToast(state)
  useConflictToast(view)
  const { isHelpOpen, showHelp } = useShortcuts(state)
  return (
    <ConsoleShell
      connection={connection}
      top={<TopBar {...state} code={code} screenKey={screenKey} isHelpOpen={isHelpOpen} showHelp={showHelp} />}
      agenda={{ label: t('agenda'), icon: <ListOrdered aria-hidden="true" />, content: <Agenda {...state} /> }}
      now={{
        label: t('now'),
        icon: <Play aria-hidden="true" />,
        content: (
          <>
            <Troubles />
            <Now {...state} code={code} />
          </>
        ),
      }}
      people={{
        label: t('people'),
        icon: <Users aria-hidden="true" />,
        count: view.present,
        content: <People {...state} />,
      }}
      action={<ActionBar {...state} />}
    />
  )
}
